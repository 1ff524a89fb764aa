import { STATUS_CODES } from 'node:http';
import {
  describedField,
  type Field,
  type FieldGroup,
  fieldGroups,
  schemaName,
  type TypeText,
  typeText,
} from './describe-schema.ts';
import { FOR_ADMINISTRATORS } from './document-head.ts';
import type { Answer, Media, OpenApiDocument, Operation } from './openapi-document.ts';

/** The document as a page shows it. Text may have `code` in backquotes; nothing is escaped. */
export interface ApiDescription {
  title: string;
  version: string;
  paragraphs: string[];
  access: { name: string; description: string }[];
  sections: { name: string; description: string; operations: OperationDescription[] }[];
  schemas: { name: string; type: TypeText; description: string; groups: FieldGroup[] }[];
}

export interface OperationDescription {
  /** Unique in the document, of letters, digits and hyphens. */
  anchor: string;
  method: string;
  path: string;
  summary: string;
  paragraphs: string[];
  access: string;
  parameters: (Field & { place: string })[];
  bodies: Content[];
  answers: {
    status: string;
    description: string;
    contents: Content[];
    headers: [string, string][];
  }[];
  refusals: { status: string; description: string }[];
  /** Of its stream. */
  events: TypeText | undefined;
  socket: { client: TypeText; server: TypeText; closeCodes: [string, string][] } | undefined;
}

export interface Content {
  mediaType: string;
  /** Undefined for text and bytes, whose media type says all. */
  type: TypeText | undefined;
  description: string;
  groups: FieldGroup[];
}

export function describeApi(document: OpenApiDocument): ApiDescription {
  const { info, tags, paths, components } = document;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      tag: operation.tags?.[0] ?? '',
      description: describeOperation(method, path, operation),
    })),
  );
  return {
    title: info.title,
    version: info.version,
    paragraphs: paragraphs(info.description),
    access: Object.entries(components.securitySchemes).map(([name, { description }]) => ({
      name,
      description,
    })),
    sections: tags
      .map(({ name, description }) => ({
        name: sentenceCase(name),
        description,
        operations: operations.filter(({ tag }) => tag === name).map((entry) => entry.description),
      }))
      .filter((section) => section.operations.length > 0),
    schemas: Object.entries(components.schemas).map(([name, schema]) => ({
      name,
      type: typeText(schema),
      description: schema.description ?? '',
      groups: fieldGroups(schema),
    })),
  };
}

function describeOperation(
  method: string,
  path: string,
  operation: Operation,
): OperationDescription {
  const { summary = '', description = '', parameters = [] } = operation;
  const answers = Object.entries(operation.responses);
  const events = operation['x-events'];
  const socket = operation['x-socket'];
  return {
    anchor: `${method}${path}`
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/-$/, '')
      .toLowerCase(),
    method: method.toUpperCase(),
    path,
    summary,
    paragraphs: paragraphs(description),
    access: accessOf(operation),
    parameters: parameters.map(({ name, in: place, schema, required, description: text }) => ({
      ...describedField(name, schema, required === true, text),
      place,
    })),
    bodies: contents(operation.requestBody?.content),
    answers: answers
      .filter(([, answer]) => !isRefusal(answer))
      .map(([status, answer]) => ({
        status: `${status} ${STATUS_CODES[status] ?? ''}`.trim(),
        description: answer.description === STATUS_CODES[status] ? '' : answer.description,
        contents: contents(answer.content),
        headers: Object.entries(answer.headers ?? {}).map(([name, header]) => [
          name,
          header.description ?? '',
        ]),
      })),
    refusals: answers
      .filter(([, answer]) => isRefusal(answer))
      .map(([status, answer]) => ({ status, description: answer.description })),
    events: events && typeText(events),
    socket: socket && {
      client: typeText(socket.client),
      server: typeText(socket.server),
      closeCodes: Object.entries(socket.closeCodes),
    },
  };
}

function contents(content: Record<string, Media> = {}): Content[] {
  return Object.entries(content).map(([mediaType, { schema }]) => ({
    mediaType,
    type: schema.type === 'string' ? undefined : typeText(schema),
    description: schema.description ?? '',
    groups: schemaName(schema) === undefined ? fieldGroups(schema) : [],
  }));
}

function accessOf({ security, tags }: Operation): string {
  if (security === undefined) {
    const who = tags?.includes(FOR_ADMINISTRATORS) ? 'administrators' : 'staff';
    return `For ${who}: session cookie or API key.`;
  }
  if (security.length === 0) return 'Open to anyone.';
  if (security.some((scheme) => Object.keys(scheme).length === 0)) {
    return 'Open to anyone; a signed-in customer is known by the session cookie.';
  }
  const names = security.flatMap((scheme) => Object.keys(scheme));
  return `Needs one of: ${names.join(', ')}.`;
}

const isRefusal = ({ content = {} }: Answer): boolean => 'application/problem+json' in content;

const paragraphs = (text: string): string[] =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');

const sentenceCase = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
