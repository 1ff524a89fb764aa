import { STATUS_CODES } from 'node:http';
import type { JsonSchema, OpenApiDocument } from './openapi-document.ts';

/** What the generator writes where a route says nothing. */
const UNSAID = 'Default Response';
const COMPONENT = '#/components/schemas/';

/**
 * Makes the generated document readable, in place: components that nothing refers to go, the ones
 * that only requests use lose the 'Input' of their names, and what the server answers may have
 * fields that a client does not know yet.
 */
export function tidyDocument(document: OpenApiDocument): OpenApiDocument {
  const { schemas } = document.components;
  const used = usedComponents(document);
  const newNames = new Map<string, string>();
  for (const name of used) {
    const shorter = name.replace(/Input$/, '');
    newNames.set(name, used.has(shorter) ? name : shorter);
  }
  for (const [name, schema] of Object.entries(schemas)) {
    if (!name.endsWith('Input')) allowUnknownFields(schema);
  }
  forEachObject(document, simplify);
  for (const operations of Object.values(document.paths)) {
    for (const { responses } of Object.values(operations)) {
      allowUnknownFields(responses);
      for (const [status, answer] of Object.entries(responses)) {
        if (answer.description === UNSAID) answer.description = STATUS_CODES[status] ?? '';
      }
    }
  }
  document.components.schemas = Object.fromEntries(
    [...newNames]
      .map(([name, newName]) => [newName, schemas[name] ?? {}] as const)
      .sort(([a], [b]) => a.localeCompare(b, 'en')),
  );
  forEachObject(document, (value) => {
    if (typeof value.$ref !== 'string') return;
    const name = value.$ref.slice(COMPONENT.length);
    value.$ref = COMPONENT + (newNames.get(name) ?? name);
  });
  return document;
}

function usedComponents({ paths, components }: OpenApiDocument): Set<string> {
  const used = new Set<string>();
  const follow = (part: unknown): void =>
    forEachObject(part, ({ $ref }) => {
      if (typeof $ref !== 'string' || !$ref.startsWith(COMPONENT)) return;
      const name = $ref.slice(COMPONENT.length);
      if (used.has(name)) return;
      used.add(name);
      follow(components.schemas[name]);
    });
  follow(paths);
  return used;
}

function allowUnknownFields(part: unknown): void {
  forEachObject(part, (value) => {
    if ((value as JsonSchema).additionalProperties === false) delete value.additionalProperties;
  });
}

/** A format says what its pattern says; every whole number has the bounds of JavaScript's. */
function simplify(schema: JsonSchema): void {
  if (typeof schema.format === 'string') delete schema.pattern;
  if (schema.type !== 'integer') return;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

function forEachObject(part: unknown, visit: (value: Record<string, unknown>) => void): void {
  if (typeof part !== 'object' || part === null) return;
  if (!Array.isArray(part)) visit(part as Record<string, unknown>);
  for (const inner of Object.values(part)) forEachObject(inner, visit);
}
