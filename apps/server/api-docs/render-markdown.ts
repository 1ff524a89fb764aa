import type { ApiDescription, Content, OperationDescription } from './describe-api.ts';
import type { Field, FieldGroup, TypeText } from './describe-schema.ts';

/** `docs/api.md`, whole. What depends on a version or an installation is not in it. */
export function renderMarkdown(api: ApiDescription): string {
  const parts = [
    '# HTTP API',
    'Written by `npm run docs` from what the server tells at `/openapi.json` (a page at `/docs`). How to use it: [the front desk](front-desk.md), [the back office](back-office.md).',
    ...api.paragraphs,
    table(
      ['access', ''],
      api.access.map(({ name, description }) => [`\`${name}\``, description]),
    ),
    ...api.sections.flatMap(({ name, description, operations }) => [
      `## ${name}`,
      description,
      table(
        ['route', ''],
        operations.map((one) => [
          `[\`${one.method} ${one.path}\`](#${headingAnchor(`${one.method} ${one.path}`)})`,
          one.summary,
        ]),
      ),
      ...operations.flatMap(operationParts),
    ]),
    '## Schemas',
    'A field without "optional" is always there; in a request it is required.',
    ...api.schemas.flatMap(({ name, type, description, groups }) => [
      `### ${name}`,
      description,
      ...(groups.length === 0 ? [`${typeMarkdown(type)}.`] : groups.map(fieldGroup)),
    ]),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function operationParts(one: OperationDescription): string[] {
  return [
    `### \`${one.method} ${one.path}\``,
    `${one.summary}. ${one.access}`,
    ...one.paragraphs,
    one.parameters.length === 0 ? '' : fieldTable(one.parameters, 'parameter'),
    ...one.bodies.map((body) => content(body, 'Body')),
    ...one.answers.flatMap(({ status, description, contents, headers }) => [
      ...(contents.length === 0
        ? [[`**${status}**.`, description].join(' ').trim()]
        : contents.map((part, index) =>
            content(part, `**${status}**`, index === contents.length - 1 ? description : ''),
          )),
      headers.length === 0
        ? ''
        : table(
            ['response header', ''],
            headers.map(([name, text]) => [`\`${name}\``, text]),
          ),
    ]),
    one.events === undefined ? '' : `Events of the stream: ${typeMarkdown(one.events)}.`,
    ...(one.socket === undefined ? [] : socketParts(one.socket)),
    one.refusals.length === 0
      ? ''
      : table(
          ['refused with', ''],
          one.refusals.map(({ status, description }) => [status, description]),
        ),
  ];
}

const socketParts = ({
  client,
  server,
  closeCodes,
}: NonNullable<OperationDescription['socket']>): string[] => [
  `The client sends ${typeMarkdown(client)}, the server sends ${typeMarkdown(server)}.`,
  table(['close code', ''], closeCodes),
];

function content(
  { mediaType, type, description, groups }: Content,
  title: string,
  answer = '',
): string {
  const what = type === undefined || groups.length === 1 ? '' : `: ${typeMarkdown(type)}`;
  const first = [`${title}, \`${mediaType}\`${what}.`, answer, description]
    .filter(Boolean)
    .join(' ');
  return [first, ...groups.map(fieldGroup)].join('\n\n');
}

function fieldGroup({ title, description, schema, fields }: FieldGroup): string {
  if (schema !== undefined) return typeMarkdown([{ schema }]);
  const heading = title === '' ? '' : `\`${title}\``;
  const first = [heading, description].filter(Boolean).join(' ');
  const rows = fields.length === 0 ? '' : fieldTable(fields, 'field');
  return [first, rows].filter(Boolean).join('\n\n');
}

const fieldTable = (fields: (Field & { place?: string })[], what: string): string =>
  table(
    [what, 'type', ''],
    fields.map(({ name, place, type, isRequired, description }) => [
      [`\`${name}\``, place, isRequired ? '' : 'optional'].filter(Boolean).join(' '),
      typeMarkdown(type),
      description,
    ]),
  );

function table(headings: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map(cell).join(' | ')} |`.replace(/ {2,}\|/g, ' |');
  return [line(headings), `|${' --- |'.repeat(headings.length)}`, ...rows.map(line)].join('\n');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const typeMarkdown = (type: TypeText): string =>
  type
    .map((part) =>
      typeof part === 'string' ? part : `[${part.schema}](#${headingAnchor(part.schema)})`,
    )
    .join('');

/** As GitHub makes it from a heading. */
const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-');
