import type { ReactNode } from 'react';

/** Paths on a grid of 24, drawn as lines. */
const drawings = {
  home: 'M4 11.5 12 5l8 6.5M6 10v9h12v-9M10 19v-5h4v5',
  email: 'M4 6.5h16v11H4zM4.5 7l7.5 6 7.5-6',
  execution: 'M4 7h7M4 12h12M8 17h12M4 17h.01',
  task: 'M9.5 6H20M9.5 12H20M9.5 18H20M4 6l1 1 2-2M4 12l1 1 2-2M4 18l1 1 2-2',
  deadline: 'M5 6.5h14V19H5zM5 10.5h14M9 4v4M15 4v4M12 13v2.5l1.5 1',
  review: 'M5 5h14v11h-8l-4 3.5V16H5zM9 10.5l2 2 4-4',
  booking: 'M6 9h12l1 10H5zM9 9V7.5a3 3 0 0 1 6 0V9',
  conversation: 'M4 5.5h11v8H9l-3 2.5v-2.5H4zM18 9.5h2v8h-2V20l-3-2.5H10',
  vendor: 'M4 9.5 5.5 5h13L20 9.5M5 9.5V19h14V9.5M4 9.5h16M10 19v-5h4v5',
  agent: 'M6 8.5h12V18H6zM12 8.5V5M9.5 12.5v1.5M14.5 12.5v1.5M3.5 12v3M20.5 12v3',
  notification: 'M7 16.5V11a5 5 0 0 1 10 0v5.5M5 16.5h14M10.5 19.5h3',
  system: 'M5 5h14v6H5zM5 13h14v6H5zM8 8h.01M8 16h.01M12 8h4M12 16h4',
  settings: 'M5 8h8M17 8h2M5 16h2M11 16h8M15 5.8v4.4M9 13.8v4.4',
  search: 'M10.5 5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM15 15l4.5 4.5',
  chat: 'M4.5 5.5h15v11H11l-4.5 3v-3h-2zM8.5 9.5h7M8.5 12.5h4.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  person: 'M12 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM5 19.5c.6-3.4 3.4-5 7-5s6.400 1.600 7 5',
  open: 'M9 6H6v12h12v-3M13 6h5v5M18 6l-8 8',
  copy: 'M9 9h10v10H9zM15 9V5H5v10h4',
  check: 'M5 12.5l4.500 4.500L19 7.5',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
  warning: 'M12 5 3.500 19h17zM12 10.500v4M12 16.800h.01',
  retry: 'M19 12a7 7 0 1 1-2.300-5.200M19 4.500V8.500h-4',
  next: 'M9.500 6l6 6-6 6',
  key: 'M9 10.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM11.500 12 19 5M15.500 8l2.500 2.500',
  keyboard:
    'M3.5 7h17v10h-17zM7 10.500h.01M10.500 10.500h.01M14 10.500h.01M17.200 10.500h.01M8.500 13.800h7',
  leave: 'M10 5H5v14h5M14 8l4 4-4 4M9 12h9',
  plus: 'M12 5.500v13M5.500 12h13',
  send: 'M12 19V5.500M6.500 11 12 5.500l5.500 5.500',
  stop: 'M7.500 7.500h9v9h-9z',
  history: 'M5 12a7 7 0 1 0 2.300-5.200M5 4.500v4h4M12 8.500V12l2.500 1.500',
  remove: 'M5 7.500h14M10 7.500V5h4v2.500M7 7.500 8 19h8l1-11.500M10.500 11v5M13.500 11v5',
  back: 'M19 12H5.500M11 6.500 5.500 12l5.500 5.500',
  down: 'M12 5.500V18.500M6.500 13l5.500 5.500 5.500-5.500',
  book: 'M12 7c-2-1.500-4.500-2-8-2v12.500c3.500 0 6 .5 8 2 2-1.500 4.500-2 8-2V5c-3.500 0-6 .5-8 2zM12 7v12.500',
} as const;
export type IconName = keyof typeof drawings;

/** A small drawing beside words; it says nothing by itself. */
export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  );
}
