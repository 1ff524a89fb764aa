import addressParser from 'nodemailer/lib/addressparser';
import { z } from 'zod';

const NOT_BASE64 = /[^A-Za-z0-9+/=_\s-]/;
const MOST_ATTACHMENTS = 100;
const MOST_HEADERS = 200;
/** What shapes the message is written by this server; senders and subject have fields of their own. */
const OWN_HEADERS = /^(content-.*|mime-version|from|to|bcc|subject)$/;

const oneLine = (maxLength: number) =>
  z
    .string()
    .max(maxLength)
    .refine((text) => !/\p{Cc}/u.test(text), { error: 'must be a single line' });

const addresses = (maxLength: number) =>
  oneLine(maxLength).refine(
    (text) => addressParser(text, { flatten: true }).some(({ address }) => address.includes('@')),
    { error: 'must hold an e-mail address' },
  );

const attachmentSchema = z.object({
  filename: oneLine(255).default('attachment'),
  content_type: z
    .string()
    .max(200)
    .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, { error: 'must look like application/pdf' })
    .default('application/octet-stream'),
  content: z
    .string()
    .refine((text) => !NOT_BASE64.test(text), { error: 'must be base64' })
    .describe('Base64.'),
});

const headersSchema = z
  .record(
    z.string().regex(/^[A-Za-z0-9-]{1,76}$/, { error: 'is no name of a header field' }),
    z.union([z.string().max(10_000), z.array(z.string().max(10_000)).max(50)]),
  )
  .refine((headers) => Object.keys(headers).length <= MOST_HEADERS, {
    error: `must have at most ${MOST_HEADERS} entries`,
  });

/** The body of POST /process-email. Fields it does not name are ignored, as the seed's server does. */
export const processEmailSchema = z.object({
  id: oneLine(1_000).optional().describe('What identifies the mail, one line.'),
  subject: oneLine(10_000),
  sender: addresses(1_000).describe(
    'At least one address; names are allowed: `Ana <ana@boxright.example>`.',
  ),
  recipient: addresses(10_000).describe('The same.'),
  body: z.string(),
  attachments: z.array(attachmentSchema).max(MOST_ATTACHMENTS).default([]),
  received_at: z.iso
    .datetime({ offset: true, local: true })
    .optional()
    .describe(
      "Becomes the mail's `Date`, from which relative dates count. Without an offset it is UTC.",
    ),
  headers: headersSchema
    .default({})
    .describe(
      'Name to text or list of texts, at most 200. `Message-ID` and `Date` count; `Content-Type: text/html` says that the body is HTML.',
    ),
});

export type ProcessEmailRequest = z.output<typeof processEmailSchema>;

/** The values of a header field of the request, whatever the case of its name. */
export function headerValues({ headers }: ProcessEmailRequest, name: string): string[] {
  return Object.entries(headers)
    .filter(([key]) => key.toLowerCase() === name)
    .flatMap(([, value]) => value);
}

/** The header fields that go into the message as they were given, names in lower case. */
export function passedOnHeaders({
  headers,
}: ProcessEmailRequest): { key: string; value: string }[] {
  return Object.entries(headers)
    .filter(([name]) => !OWN_HEADERS.test(name.toLowerCase()))
    .flatMap(([name, value]) =>
      [value].flat().map((single) => ({ key: name.toLowerCase(), value: single })),
    );
}
