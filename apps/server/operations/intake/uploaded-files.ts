import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../../platform/http/problem.ts';
import { createByteCollector } from './byte-collector.ts';
import { MAX_MESSAGE_BYTES } from './message-limit.ts';
import { storedText } from './stored-text.ts';

const MOST_FILES = 50;
const MAX_FILENAME = 255;

export interface UploadedFile {
  filename: string;
  /** Undefined: larger than a message may be. */
  raw: Buffer | undefined;
}

/** What @fastify/multipart and its parser say of an upload that is no good. */
const tooMuch = new Set(['FST_FILES_LIMIT', 'FST_PARTS_LIMIT', 'FST_FIELDS_LIMIT']);

/** The parser throws plain errors; these are what it has for a broken body. */
const brokenBodies = new Set([
  'Unexpected end of multipart data',
  'Header terminated early due to unexpected end of multipart data',
  'Part terminated early due to unexpected end of multipart data',
  'Multipart: Boundary not found',
]);

/**
 * The files of an upload, one after the other: the next one is read when the caller asks for it, so
 * that one message is in memory at a time. Throws `HttpProblem` for what is no proper upload.
 */
export async function* readUploadedFiles(request: FastifyRequest): AsyncGenerator<UploadedFile> {
  const parts = request.files({
    throwFileSizeLimit: false,
    limits: {
      files: MOST_FILES,
      fields: 20,
      fieldSize: 1_000,
      headerPairs: 50,
      fileSize: MAX_MESSAGE_BYTES,
    },
  });
  try {
    for await (const part of parts) {
      yield { filename: storedText(part.filename ?? '', MAX_FILENAME), raw: await readFile(part) };
    }
  } catch (error) {
    throw uploadProblem(error) ?? error;
  }
}

async function readFile(part: MultipartFile): Promise<Buffer | undefined> {
  const collector = createByteCollector(MAX_MESSAGE_BYTES);
  // Read to its end in any case: the next file comes behind it.
  for await (const piece of part.file) collector.add(piece as Buffer);
  return part.file.truncated ? undefined : collector.bytes();
}

function uploadProblem(error: unknown): HttpProblem | undefined {
  const { code, statusCode, message } = error as {
    code?: string;
    statusCode?: number;
    message?: string;
  };
  if (error instanceof HttpProblem) return undefined;
  if (tooMuch.has(code ?? '')) {
    return new HttpProblem({
      code: 'invalid_request',
      detail: `at most ${MOST_FILES} files can be uploaded at once`,
    });
  }
  const isBroken =
    (statusCode !== undefined && statusCode < 500) || brokenBodies.has(message ?? '');
  if (!isBroken) return undefined;
  return new HttpProblem({
    code: 'invalid_request',
    detail: 'the upload is not complete, or is not multipart/form-data as it should be',
  });
}
