import type { JsonSchema } from './openapi-document.ts';

/** Words, and names of schemas to be linked. */
export type TypeText = (string | { schema: string })[];

export interface Field {
  /** With the way to it: `actions[].payload`. */
  name: string;
  type: TypeText;
  isRequired: boolean;
  description: string;
}

/** The fields of an object, or of one of the objects that a value can be. */
export interface FieldGroup {
  /** Which of them: `type: "ack"`. Empty when there is only one. */
  title: string;
  description: string;
  /** A named schema instead of fields. */
  schema?: string;
  fields: Field[];
}

const COMPONENT = '#/components/schemas/';

export const schemaName = ({ $ref }: JsonSchema): string | undefined =>
  $ref?.startsWith(COMPONENT) ? $ref.slice(COMPONENT.length) : undefined;

/** A schema's type in a few words. */
export function typeText(schema: JsonSchema): TypeText {
  const name = schemaName(schema);
  if (name !== undefined) return [{ schema: name }];
  const union = schema.anyOf ?? schema.oneOf;
  if (union !== undefined) return joined(union.map(typeText));
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum !== undefined) {
    return [schema.enum.map((value) => JSON.stringify(value)).join(', ')];
  }
  const types = [schema.type ?? 'any value'].flat();
  return joined(types.map((type) => simpleType(type, schema)));
}

function joined(types: TypeText[]): TypeText {
  const seen = new Set<string>();
  const different = types.filter((type) => {
    const text = JSON.stringify(type);
    return !seen.has(text) && seen.add(text);
  });
  return different.flatMap((type, index) => (index === 0 ? type : [' or ', ...type]));
}

function simpleType(type: string, schema: JsonSchema): TypeText {
  if (type === 'array') return ['list of ', ...typeText(schema.items ?? {})];
  if (type === 'string')
    return [schema.format === undefined ? 'string' : `string (${schema.format})`];
  return [type];
}

/** What the type does not say: limits and what counts without the field. */
function limits({
  minimum,
  maximum,
  minLength,
  maxLength,
  maxItems,
  ...schema
}: JsonSchema): string {
  const sentences: string[] = [];
  if (minimum !== undefined && maximum !== undefined) sentences.push(`${minimum} to ${maximum}.`);
  else if (minimum !== undefined) sentences.push(`At least ${minimum}.`);
  else if (maximum !== undefined) sentences.push(`At most ${maximum}.`);
  if (minLength !== undefined && minLength > 1 && maxLength !== undefined) {
    sentences.push(`${minLength} to ${maxLength} characters.`);
  } else if (maxLength !== undefined) sentences.push(`At most ${maxLength} characters.`);
  if (maxItems !== undefined) sentences.push(`At most ${maxItems}.`);
  if (schema.default !== undefined)
    sentences.push(`Default: \`${JSON.stringify(schema.default)}\`.`);
  return sentences.join(' ');
}

export const describedField = (
  name: string,
  schema: JsonSchema,
  isRequired: boolean,
  description = schema.description ?? '',
): Field => ({
  name,
  type: typeText(schema),
  isRequired,
  description: [description, limits(schema)].filter((text) => text !== '').join(' '),
});

/** The fields of a schema that has any, those of objects within it included. */
export function fieldGroups(schema: JsonSchema): FieldGroup[] {
  const union = schema.anyOf ?? schema.oneOf;
  if (union === undefined)
    return isObject(schema) ? [{ title: '', description: '', fields: fields(schema) }] : [];
  return union.flatMap((variant): FieldGroup[] => {
    const name = schemaName(variant);
    if (name !== undefined) return [{ title: '', description: '', schema: name, fields: [] }];
    return isObject(variant) ? [variantGroup(variant)] : [];
  });
}

const isObject = ({ properties }: JsonSchema): boolean => properties !== undefined;

/** What tells one kind of object from the others is its first field with a single value. */
function variantGroup(schema: JsonSchema): FieldGroup {
  const { properties = {}, description = '' } = schema;
  const kind = Object.entries(properties).find(([, { const: value }]) => value !== undefined);
  if (kind === undefined) return { title: '', description, fields: fields(schema) };
  const [name, { const: value, default: usual }] = kind;
  return {
    title: `${name}: ${JSON.stringify(value)}${usual === undefined ? '' : ', or none'}`,
    description,
    fields: fields(schema).filter((field) => field.name !== name),
  };
}

function fields({ properties = {}, required = [] }: JsonSchema, path = ''): Field[] {
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = describedField(path + name, schema, required.includes(name));
    const inner = innerFields(schema, path + name);
    // That it is an object, its fields tell.
    const saysMore = !isObject(schema) || !field.isRequired || field.description !== '';
    return saysMore ? [field, ...inner] : inner;
  });
}

function innerFields(schema: JsonSchema, path: string): Field[] {
  if (isObject(schema)) return fields(schema, `${path}.`);
  if (schema.items !== undefined) return innerFields(schema.items, `${path}[]`);
  return (schema.anyOf ?? schema.oneOf ?? []).flatMap((variant) => innerFields(variant, path));
}
