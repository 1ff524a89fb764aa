import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { StartError } from './start-error.ts';

/** Makes the folder of DATA_DIR. Throws `StartError` when this process could not write there. */
export async function prepareDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true });
    await access(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `DATA_DIR is ${dataDir}, where the server cannot keep its data (${code}); set it to a folder this user may write to.`,
      { cause: error },
    );
  }
}
