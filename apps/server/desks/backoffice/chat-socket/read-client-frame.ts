import { type ClientFrame, clientFrameSchemas, MAX_SOCKET_FRAME_BYTES } from '@deskbell/protocol';
import { HttpProblem, type HttpProblemCode } from '../../../platform/http/problem.ts';
import { validationDetail } from '../../../platform/http/validation-detail.ts';
import type { IncomingFrame } from './frame-reader.ts';

const refuse = (detail: string, code: HttpProblemCode = 'invalid_request'): HttpProblem =>
  new HttpProblem({ code, detail });

/** What a client says. Throws `HttpProblem` with the sentence that a POST would be refused with. */
export function readClientFrame(frame: IncomingFrame): ClientFrame {
  if (frame.kind === 'binary') throw refuse('frames must be text, not binary');
  if (frame.kind === 'too_large') {
    throw refuse(`a frame must be at most ${MAX_SOCKET_FRAME_BYTES} bytes`, 'body_too_large');
  }
  const value = parseJson(frame.text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw refuse('a frame must be a JSON object');
  }
  const type = 'type' in value ? value.type : 'message';
  if (!isFrameType(type)) throw refuse("type must be 'message', 'stop' or 'resume'");
  const parsed = clientFrameSchemas[type].safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(({ code, path, message, ...params }) => ({
    keyword: code,
    instancePath: `/${path.join('/')}`,
    message,
    params,
  }));
  throw refuse(validationDetail(issues, 'body'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refuse('the frame is not valid JSON');
  }
}

const isFrameType = (type: unknown): type is keyof typeof clientFrameSchemas =>
  typeof type === 'string' && Object.hasOwn(clientFrameSchemas, type);
