import '@fastify/swagger';
import type { z } from 'zod';
import type { HttpProblemCode } from './problem.ts';

/** An answer that no response schema of the route describes. */
export interface AnswerDocs {
  description: string;
  /** Its media type; `application/json` when there is a schema. */
  type?: string;
  schema?: z.ZodType;
  /** Header names and what they say. */
  headers?: Record<string, string>;
}

/**
 * What the API's document says of a route beside its schemas. Nothing in it changes how the route
 * works. Summary, description, tags and `security` are fields of the schema itself; without
 * `security` a route is for staff.
 */
export interface RouteDocs {
  /** By code, as a sentence; beside those that every such route has. */
  refusals?: Partial<Record<HttpProblemCode, string>>;
  /** Request headers that it reads, all optional. */
  headers?: Record<string, string>;
  /** Query parameters that no schema of the route names, all optional. */
  query?: Record<string, string>;
  /** A body other than JSON: media types and what they hold. */
  body?: Record<string, string>;
  answers?: Record<number, AnswerDocs>;
  /** What its event stream carries: a schema with a name in schema-names.ts, by `event`. */
  events?: z.ZodType;
  /** What its WebSocket carries: schemas with a name in schema-names.ts, by `type`. */
  socket?: {
    clientFrames: z.ZodType;
    serverFrames: z.ZodType;
    closeCodes: Record<number, string>;
  };
}

declare module 'fastify' {
  interface FastifySchema {
    docs?: RouteDocs;
  }
}

/** For a route that anybody may use. */
export const OPEN_TO_ANYONE = [];
/** For a route that anybody may use, and that knows a customer by the session cookie. */
export const KNOWS_CUSTOMERS = [{}, { session: [] }];
