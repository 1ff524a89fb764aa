import type { MessageFile } from '@deskbell/engine';
import type { Email } from '../../mail/email.ts';
import type { WorkerPool } from '../../workers/worker-pool.ts';

const READABLE: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'application/pdf',
]);
const MOST_FILES = 5;
/** Claude takes pictures up to 5 MB. */
const MOST_BYTES = 5_000_000;

/**
 * The attachments a language model can look at, in their order. Only their bytes decide what they
 * are: what a mail calls them does not.
 */
export async function readableFiles({
  workers,
  email,
  raw,
  timeoutMs,
}: {
  workers: Pick<WorkerPool, 'readAttachments'>;
  email: Email;
  raw: Uint8Array;
  timeoutMs: number;
}): Promise<MessageFile[]> {
  const wanted = email.attachments
    .filter(({ sizeBytes }) => sizeBytes > 0 && sizeBytes <= MOST_BYTES)
    .map(({ position }) => position);
  if (wanted.length === 0) return [];
  const contents = await workers.readAttachments(raw, wanted, { timeoutMs });
  return contents
    .map(({ content }) => ({ mediaType: mediaTypeOf(content), content }))
    .filter(({ mediaType }) => READABLE.has(mediaType))
    .slice(0, MOST_FILES)
    .map(({ mediaType, content }) => ({
      mediaType,
      base64: Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString(
        'base64',
      ),
    }));
}

/** By the first bytes, as the formats define them; '' for anything else. */
function mediaTypeOf(content: Uint8Array): string {
  const start = Buffer.from(content.subarray(0, 12)).toString('latin1');
  if (start.startsWith('%PDF-')) return 'application/pdf';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return 'image/webp';
  return '';
}
