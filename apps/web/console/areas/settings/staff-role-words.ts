import type { Role } from './settings-api.ts';

/** What a role of an account means. */
export const staffRoleWords: Readonly<Record<Role, string>> = {
  staff: 'Uses the console, without settings and without customers’ words.',
  admin: 'Also reads customers’ conversations, makes keys and changes accounts of staff.',
};
