import type { IncomingHttpHeaders } from 'node:http';
import { invalidRequest, type Refusal } from '../refusal.ts';
import type { SentMessages } from '../sent-messages.ts';
import { checkCacheMarks } from './check-cache-marks.ts';
import { checkContent } from './check-content.ts';
import { checkHeaders } from './check-headers.ts';
import { checkModel } from './check-model.ts';
import { checkOutputFormat } from './check-output-format.ts';
import { checkThinking } from './check-thinking.ts';
import { checkToolPairing } from './check-tool-pairing.ts';
import { checkTools } from './check-tools.ts';
import { type MessagesRequest, readRequest } from './request-shape.ts';

export interface Submission {
  headers: IncomingHttpHeaders;
  /** The parsed body; undefined when it was not JSON. */
  body: unknown;
}

export interface Rules {
  apiKey: string;
  now: Date;
  sent: SentMessages;
}

/** Accepts a request or says why the API would not. */
export function validate(
  { headers, body }: Submission,
  { apiKey, now, sent }: Rules,
): { request: MessagesRequest } | { refusal: Refusal } {
  const checkedHeaders = checkHeaders(headers, apiKey);
  if ('refusal' in checkedHeaders) return checkedHeaders;
  if (body === undefined) {
    return { refusal: invalidRequest('The request body is not valid JSON') };
  }
  const read = readRequest(body);
  if ('refusal' in read) return read;
  const { request } = read;
  const refusal =
    checkModel(request, { now, version: checkedHeaders.version }) ??
    checkContent(request) ??
    checkTools(request) ??
    checkOutputFormat(request) ??
    checkToolPairing(request.messages) ??
    checkThinking(request, sent) ??
    checkCacheMarks(request);
  return refusal ? { refusal } : { request };
}
