import type { StaffUser } from '@deskbell/protocol';

/** A place in the console: what the navigation, the palette and the keys lead to. */
export interface Area {
  path: string;
  title: string;
  /** After `g`. */
  key: string;
  /** The one line the palette says about it. */
  hint: string;
  onlyAdmins?: true;
}

export const areas: readonly Area[] = [
  { path: '/', title: 'Home', key: 'h', hint: 'What needs a person first' },
  { path: '/emails', title: 'Emails', key: 'e', hint: 'Every mail, and what was read in it' },
  { path: '/executions', title: 'Executions', key: 'x', hint: 'What became of each mail' },
  { path: '/tasks', title: 'Tasks', key: 't', hint: 'Work that came out of mail' },
  {
    path: '/deadlines',
    title: 'Deadlines',
    key: 'd',
    hint: 'What is due, as a list or a calendar',
  },
  { path: '/reviews', title: 'Reviews', key: 'r', hint: 'What waits for a decision' },
  { path: '/bookings', title: 'Bookings', key: 'b', hint: 'What customers have booked' },
  {
    path: '/conversations',
    title: 'Conversations',
    key: 'c',
    hint: 'What the front desk answered',
  },
  { path: '/vendors', title: 'Vendors', key: 'v', hint: 'How reliable each one is' },
  { path: '/agents', title: 'Agents', key: 'a', hint: 'How the five agents do' },
  { path: '/notifications', title: 'Notifications', key: 'n', hint: 'What was sent, and to whom' },
  { path: '/system', title: 'System', key: 's', hint: 'Database, queue, models, cost' },
  {
    path: '/settings',
    title: 'Settings',
    key: 'k',
    hint: 'API keys and accounts of staff',
    onlyAdmins: true,
  },
];

export const areasFor = (user: Pick<StaffUser, 'role'>): readonly Area[] =>
  areas.filter(({ onlyAdmins }) => !onlyAdmins || user.role === 'admin');
