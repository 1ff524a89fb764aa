import type { Overview, StaffUser } from '@deskbell/protocol';
import type { IconName } from './ui/icon.tsx';

/** A place in the console: what the navigation, the palette and the keys lead to. */
export interface Area {
  path: AreaPath;
  title: string;
  icon: IconName;
  group: AreaGroup;
  /** After `g`. */
  key: string;
  /** The one line the palette says about it. */
  hint: string;
  onlyAdmins?: true;
  /** How many wait there, and what they are: of the overview's counts. */
  waiting?: { of: keyof Overview['attention']['counts']; words: string };
}

export type AreaPath =
  | '/'
  | '/emails'
  | '/executions'
  | '/tasks'
  | '/deadlines'
  | '/reviews'
  | '/bookings'
  | '/conversations'
  | '/vendors'
  | '/agents'
  | '/notifications'
  | '/system'
  | '/settings';

export const areaGroups = ['Mail', 'Customers', 'Service'] as const;
export type AreaGroup = (typeof areaGroups)[number];

export const areas: readonly Area[] = [
  {
    path: '/',
    title: 'Home',
    icon: 'home',
    group: 'Mail',
    key: 'h',
    hint: 'What needs a person first',
  },
  {
    path: '/emails',
    title: 'Emails',
    icon: 'email',
    group: 'Mail',
    key: 'e',
    hint: 'Every mail, and what was read in it',
  },
  {
    path: '/executions',
    title: 'Executions',
    icon: 'execution',
    group: 'Mail',
    key: 'x',
    hint: 'What became of each mail',
    waiting: { of: 'failed_executions', words: 'failed' },
  },
  {
    path: '/tasks',
    title: 'Tasks',
    icon: 'task',
    group: 'Mail',
    key: 't',
    hint: 'Work that came out of mail',
    waiting: { of: 'tasks', words: 'overdue or pressing' },
  },
  {
    path: '/deadlines',
    title: 'Deadlines',
    icon: 'deadline',
    group: 'Mail',
    key: 'd',
    hint: 'What is due, as a list or a calendar',
    waiting: { of: 'overdue_deadlines', words: 'overdue' },
  },
  {
    path: '/reviews',
    title: 'Reviews',
    icon: 'review',
    group: 'Mail',
    key: 'r',
    hint: 'What waits for a decision',
    waiting: { of: 'pending_reviews', words: 'waiting' },
  },
  {
    path: '/bookings',
    title: 'Bookings',
    icon: 'booking',
    group: 'Customers',
    key: 'b',
    hint: 'What customers have booked',
  },
  {
    path: '/conversations',
    title: 'Conversations',
    icon: 'conversation',
    group: 'Customers',
    key: 'c',
    hint: 'What the front desk answered',
  },
  {
    path: '/vendors',
    title: 'Vendors',
    icon: 'vendor',
    group: 'Customers',
    key: 'v',
    hint: 'How reliable each one is',
  },
  {
    path: '/agents',
    title: 'Agents',
    icon: 'agent',
    group: 'Service',
    key: 'a',
    hint: 'How the five agents do',
  },
  {
    path: '/notifications',
    title: 'Notifications',
    icon: 'notification',
    group: 'Service',
    key: 'n',
    hint: 'What was sent, and to whom',
  },
  {
    path: '/system',
    title: 'System',
    icon: 'system',
    group: 'Service',
    key: 's',
    hint: 'Database, queue, models, cost',
  },
  {
    path: '/settings',
    title: 'Settings',
    icon: 'settings',
    group: 'Service',
    key: 'k',
    hint: 'API keys and accounts of staff',
    onlyAdmins: true,
  },
];

export const areasFor = (user: Pick<StaffUser, 'role'>): readonly Area[] =>
  areas.filter(({ onlyAdmins }) => !onlyAdmins || user.role === 'admin');

/** The area that a path, without `/staff`, is in or under; undefined for one that is nowhere. */
export const areaOf = (pathname: string): Area | undefined => {
  const [, first = ''] = pathname.split('/');
  return areas.find(({ path }) => path === `/${first}`);
};
