import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  retainSearchParams,
} from '@tanstack/react-router';
import { readAgentsSearch } from './areas/agents/search.ts';
import { readBookingsSearch } from './areas/bookings/search.ts';
import { readConversationsSearch } from './areas/conversations/search.ts';
import { readDeadlinesSearch } from './areas/deadlines/search.ts';
import { readEmailsSearch } from './areas/emails/search.ts';
import { readExecutionsSearch } from './areas/executions/search.ts';
import { readHomeSearch } from './areas/home/search.ts';
import { readNotificationsSearch } from './areas/notifications/search.ts';
import { readReviewsSearch } from './areas/reviews/search.ts';
import { readSettingsSearch } from './areas/settings/search.ts';
import { readSystemSearch } from './areas/system/search.ts';
import { readTasksSearch } from './areas/tasks/search.ts';
import { readVendorsSearch } from './areas/vendors/search.ts';
import { readRootSearch } from './search.ts';
import { AreaPending } from './shell/area-pending.tsx';
import { AreaProblem } from './shell/area-problem.tsx';
import { NotFound } from './shell/not-found.tsx';
import { Shell } from './shell/shell.tsx';

const rootRoute = createRootRouteWithContext()({
  component: Shell,
  notFoundComponent: NotFound,
  validateSearch: readRootSearch,
  search: { middlewares: [retainSearchParams(['session'])] },
});

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: readHomeSearch,
  component: lazyRouteComponent(() => import('./areas/home/home-area.tsx'), 'HomeArea'),
});
const emails = createRoute({
  getParentRoute: () => rootRoute,
  path: '/emails',
  validateSearch: readEmailsSearch,
  component: lazyRouteComponent(() => import('./areas/emails/emails-area.tsx'), 'EmailsArea'),
});
const email = createRoute({
  getParentRoute: () => rootRoute,
  path: '/emails/$id',
  component: lazyRouteComponent(() => import('./areas/emails/email-page.tsx'), 'EmailPage'),
});
const executions = createRoute({
  getParentRoute: () => rootRoute,
  path: '/executions',
  validateSearch: readExecutionsSearch,
  component: lazyRouteComponent(
    () => import('./areas/executions/executions-area.tsx'),
    'ExecutionsArea',
  ),
});
const execution = createRoute({
  getParentRoute: () => rootRoute,
  path: '/executions/$id',
  component: lazyRouteComponent(
    () => import('./areas/executions/execution-page.tsx'),
    'ExecutionPage',
  ),
});
const tasks = createRoute({
  getParentRoute: () => rootRoute,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./areas/tasks/tasks-area.tsx'), 'TasksArea'),
});
const deadlines = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deadlines',
  validateSearch: readDeadlinesSearch,
  component: lazyRouteComponent(
    () => import('./areas/deadlines/deadlines-area.tsx'),
    'DeadlinesArea',
  ),
});
const reviews = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reviews',
  validateSearch: readReviewsSearch,
  component: lazyRouteComponent(() => import('./areas/reviews/reviews-area.tsx'), 'ReviewsArea'),
});
const bookings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bookings',
  validateSearch: readBookingsSearch,
  component: lazyRouteComponent(() => import('./areas/bookings/bookings-area.tsx'), 'BookingsArea'),
});
const conversations = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conversations',
  validateSearch: readConversationsSearch,
  component: lazyRouteComponent(
    () => import('./areas/conversations/conversations-area.tsx'),
    'ConversationsArea',
  ),
});
const conversation = createRoute({
  getParentRoute: () => rootRoute,
  path: '/conversations/$id',
  component: lazyRouteComponent(
    () => import('./areas/conversations/conversation-page.tsx'),
    'ConversationPage',
  ),
});
const vendors = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vendors',
  validateSearch: readVendorsSearch,
  component: lazyRouteComponent(() => import('./areas/vendors/vendors-area.tsx'), 'VendorsArea'),
});
const vendor = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vendors/$id',
  component: lazyRouteComponent(() => import('./areas/vendors/vendor-page.tsx'), 'VendorPage'),
});
const agents = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agents',
  validateSearch: readAgentsSearch,
  component: lazyRouteComponent(() => import('./areas/agents/agents-area.tsx'), 'AgentsArea'),
});
const notifications = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications',
  validateSearch: readNotificationsSearch,
  component: lazyRouteComponent(
    () => import('./areas/notifications/notifications-area.tsx'),
    'NotificationsArea',
  ),
});
const system = createRoute({
  getParentRoute: () => rootRoute,
  path: '/system',
  validateSearch: readSystemSearch,
  component: lazyRouteComponent(() => import('./areas/system/system-area.tsx'), 'SystemArea'),
});
const settings = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  validateSearch: readSettingsSearch,
  component: lazyRouteComponent(() => import('./areas/settings/settings-area.tsx'), 'SettingsArea'),
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    home,
    emails,
    email,
    executions,
    execution,
    tasks,
    deadlines,
    reviews,
    bookings,
    conversations,
    conversation,
    vendors,
    vendor,
    agents,
    notifications,
    system,
    settings,
  ]),
  basepath: '/staff',
  defaultPreload: 'intent',
  // The shell does it: by the page, and not when only the drawer opens.
  scrollRestoration: false,
  defaultErrorComponent: AreaProblem,
  defaultPendingComponent: AreaPending,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
