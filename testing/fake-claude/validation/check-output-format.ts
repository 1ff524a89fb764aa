import { invalidRequest, type Refusal } from '../refusal.ts';
import type { MessagesRequest } from './request-shape.ts';

const PATH = 'output_config.format.schema';

/** Keywords that the API compiles; any other is refused rather than ignored. */
const supported: ReadonlySet<string> = new Set([
  '$defs',
  '$ref',
  'additionalProperties',
  'anyOf',
  'const',
  'default',
  'description',
  'enum',
  'format',
  'items',
  'minItems',
  'pattern',
  'properties',
  'required',
  'title',
  'type',
]);

/** The part of JSON Schema that structured outputs take. */
export function checkOutputFormat(request: MessagesRequest): Refusal | undefined {
  const format = request.output_config?.format;
  if (format === undefined || format === null) return undefined;
  const complaint = complaintAbout(format.schema, PATH);
  return complaint === undefined ? undefined : invalidRequest(complaint);
}

function complaintAbout(schema: unknown, path: string): string | undefined {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    return `${path}: Input should be a valid schema`;
  }
  const node = schema as Record<string, unknown>;
  const unknown = Object.keys(node).find((key) => !supported.has(key));
  if (unknown !== undefined) return `${path}: property '${unknown}' is not supported`;
  if (node.type === 'object' && node.additionalProperties !== false) {
    return `${path}: For 'object' type, 'additionalProperties' must be explicitly set to false`;
  }
  if (node.minItems !== undefined && node.minItems !== 0 && node.minItems !== 1) {
    return `${path}: For 'array' type, 'minItems' values other than 0 or 1 are not supported`;
  }
  if (Array.isArray(node.enum) && node.enum.some((value) => typeof value === 'object' && value)) {
    return `${path}: complex types within enums are not supported`;
  }
  for (const [child, childPath] of childrenOf(node, path)) {
    const complaint = complaintAbout(child, childPath);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
}

function childrenOf(node: Record<string, unknown>, path: string): [unknown, string][] {
  const named = ['properties', '$defs'].flatMap((key) =>
    Object.entries((node[key] ?? {}) as Record<string, unknown>).map(
      ([name, child]): [unknown, string] => [child, `${path}.${key}.${name}`],
    ),
  );
  const variants = ((node.anyOf ?? []) as unknown[]).map((child, index): [unknown, string] => [
    child,
    `${path}.anyOf.${index}`,
  ]);
  const items: [unknown, string][] =
    node.items === undefined ? [] : [[node.items, `${path}.items`]];
  return [...named, ...variants, ...items];
}
