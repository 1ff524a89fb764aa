import { z } from 'zod';

const uuid = z.uuid();

/** Whether an id that came from outside can name one of our rows; its letters may be of any case. */
export const isUuid = (text: string): boolean => uuid.safeParse(text).success;
