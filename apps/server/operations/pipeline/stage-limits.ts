/** What reading a message may take, whatever is in it. */
export const READ_LIMIT_MS = 5_000;

/** Tries that may end with an error, before a person has to decide. */
export const TRIES = 3;

/**
 * Times that a process may die over a mail. Mail is read in threads that are ended when they take
 * too much, so a death has hardly ever to do with the mails that happened to be in work; but a mail
 * that brings the process down again and again has to stop some day.
 */
export const INTERRUPTIONS = 20;

/** Before the second and the third try, up to a half more by chance. */
export function backOffMs(failures: number): number {
  return 2_000 * 4 ** (failures - 1) * (1 + Math.random() / 2);
}
