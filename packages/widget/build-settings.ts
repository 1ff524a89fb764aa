import type { BuildEnvironmentOptions } from 'vite';

/** What all builds of the widget have in common: nothing of a project around it is read, nothing is written. */
export const buildSettings = {
  configFile: false,
  envDir: false,
  publicDir: false,
  logLevel: 'warn',
} as const;

export const outputSettings = {
  write: false,
  target: 'es2022',
  // Nesting and light-dark() stay as they are written: lowered, they are twice the size.
  cssTarget: ['chrome123', 'firefox121', 'safari17.5'],
} satisfies BuildEnvironmentOptions;
