import type { ApiDescription, Content, OperationDescription } from './describe-api.ts';
import type { Field, FieldGroup, TypeText } from './describe-schema.ts';

/** `/docs`, whole: no script, no inline style. All text of the document is escaped. */
export function renderPage(api: ApiDescription): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(api.title)} HTTP API</title>
<link rel="stylesheet" href="/docs/style.css">
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="title">${escapeHtml(api.title)} HTTP API</p>
<p>Version ${escapeHtml(api.version)} · <a href="/openapi.json">openapi.json</a></p>
</header>
<nav aria-label="Routes">
${api.sections.map(navigation).join('\n')}
<h2><a href="#schemas">Schemas</a></h2>
</nav>
<main id="content">
<h1>HTTP API</h1>
${paragraphs(api.paragraphs)}
<h2 id="access">Access</h2>
<dl>${api.access.map(({ name, description }) => `<dt><code>${escapeHtml(name)}</code></dt><dd>${text(description)}</dd>`).join('')}</dl>
${api.sections
  .map(
    ({ name, description, operations }) => `<section aria-labelledby="${anchor(name)}">
<h2 id="${anchor(name)}">${escapeHtml(name)}</h2>
<p>${text(description)}</p>
${operations.map(operation).join('\n')}
</section>`,
  )
  .join('\n')}
<section aria-labelledby="schemas">
<h2 id="schemas">Schemas</h2>
${api.schemas
  .map(
    ({
      name,
      type,
      description,
      groups,
    }) => `<section class="schema" aria-labelledby="schema-${escapeHtml(name)}">
<h3 id="schema-${escapeHtml(name)}">${escapeHtml(name)}</h3>
${description === '' ? '' : `<p>${text(description)}</p>`}
${groups.length === 0 ? `<p>${typeHtml(type)}</p>` : groups.map((group) => fieldGroup(group, `Fields of ${name}`)).join('\n')}
</section>`,
  )
  .join('\n')}
</section>
</main>
</body>
</html>
`;
}

const navigation = ({ name, operations }: ApiDescription['sections'][number]): string =>
  `<h2><a href="#${anchor(name)}">${escapeHtml(name)}</a></h2>
<ul>${operations
    .map(
      (one) =>
        `<li><a href="#${one.anchor}"><span class="method">${escapeHtml(one.method)}</span> ${code(one.path)}</a></li>`,
    )
    .join('')}</ul>`;

function operation(one: OperationDescription): string {
  const name = `${one.method} ${one.path}`;
  return `<article class="operation" aria-labelledby="${one.anchor}">
<h3 id="${one.anchor}"><a href="#${one.anchor}"><span class="method">${escapeHtml(one.method)}</span> ${code(one.path)}</a></h3>
<p class="summary">${text(one.summary)}</p>
${paragraphs(one.paragraphs)}
<p class="access">${text(one.access)}</p>
${one.parameters.length === 0 ? '' : `<h4>Parameters</h4>${fieldTable(one.parameters, `Parameters of ${name}`)}`}
${one.bodies.length === 0 ? '' : `<h4>Request body</h4>${one.bodies.map((body) => content(body, `Body of ${name}`)).join('\n')}`}
${one.answers
  .map(
    (answer) => `<h4>Answer ${escapeHtml(answer.status)}</h4>
${answer.description === '' ? '' : `<p>${text(answer.description)}</p>`}
${answer.contents.map((one) => content(one, `Answer of ${name}`)).join('\n')}
${
  answer.headers.length === 0
    ? ''
    : table(
        ['Header', 'Description'],
        answer.headers.map(([header, description]) => [code(header), text(description)]),
        `Headers of the answer of ${name}`,
      )
}`,
  )
  .join('\n')}
${one.events === undefined ? '' : `<h4>Events of the stream</h4><p>${typeHtml(one.events)}</p>`}
${one.socket === undefined ? '' : socket(one.socket, name)}
${
  one.refusals.length === 0
    ? ''
    : `<h4>Refusals</h4>${table(
        ['Status', 'Code'],
        one.refusals.map(({ status, description }) => [escapeHtml(status), text(description)]),
        `Refusals of ${name}`,
      )}`
}
</article>`;
}

const socket = (
  { client, server, closeCodes }: NonNullable<OperationDescription['socket']>,
  name: string,
): string => `<h4>Frames</h4>
<p>The client sends ${typeHtml(client)}, the server sends ${typeHtml(server)}.</p>
${table(
  ['Close code', 'Meaning'],
  closeCodes.map(([code, meaning]) => [escapeHtml(code), text(meaning)]),
  `Close codes of ${name}`,
)}`;

const content = ({ mediaType, type, description, groups }: Content, caption: string): string =>
  `<p><code>${escapeHtml(mediaType)}</code>${type === undefined || groups.length === 1 ? '' : `: ${typeHtml(type)}`}${description === '' ? '' : `. ${text(description)}`}</p>
${groups.map((group) => fieldGroup(group, caption)).join('\n')}`;

function fieldGroup(group: FieldGroup, caption: string): string {
  const { title, description, schema, fields } = group;
  if (schema !== undefined) return `<p>${typeHtml([{ schema }])}</p>`;
  const heading = title === '' ? '' : `<code>${escapeHtml(title)}</code> `;
  const first = heading + text(description);
  const rows =
    fields.length === 0 ? '' : fieldTable(fields, title === '' ? caption : `${caption}, ${title}`);
  return (first === '' ? '' : `<p>${first}</p>`) + rows;
}

function fieldTable(fields: (Field & { place?: string })[], caption: string): string {
  const rows = fields.map(({ name, place, type, isRequired, description }) => {
    const notes = [place, isRequired ? undefined : 'optional'].filter((note) => note !== undefined);
    const note =
      notes.length === 0 ? '' : ` <span class="note">${escapeHtml(notes.join(', '))}</span>`;
    return [code(name) + note, typeHtml(type), text(description)];
  });
  return table(['Name', 'Type', 'Description'], rows, caption);
}

/** With roles of its own: a narrow page lays its cells out as blocks, which takes theirs away. */
function table(headings: string[], rows: string[][], caption: string): string {
  const head = headings.map((one) => `<th scope="col" role="columnheader">${one}</th>`).join('');
  const body = rows.map(
    ([first = '', ...others]) =>
      `<tr role="row"><th scope="row" role="rowheader">${first}</th>${others.map((cell) => `<td role="cell">${cell}</td>`).join('')}</tr>`,
  );
  return `<table role="table">
<caption>${escapeHtml(caption)}</caption>
<thead role="rowgroup"><tr role="row">${head}</tr></thead>
<tbody role="rowgroup">${body.join('\n')}</tbody>
</table>`;
}

const typeHtml = (type: TypeText): string =>
  type
    .map((part) =>
      typeof part === 'string'
        ? escapeHtml(part)
        : `<a href="#schema-${escapeHtml(part.schema)}">${escapeHtml(part.schema)}</a>`,
    )
    .join('');

const paragraphs = (texts: string[]): string =>
  texts.map((paragraph) => `<p>${text(paragraph)}</p>`).join('\n');

/** Text with `code` in backquotes. */
const text = (value: string): string =>
  value
    .split('`')
    .map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('');

const code = (value: string): string => `<code>${breakable(value)}</code>`;

/** May be broken after a slash, dot or underscore, where the page is narrow. */
const breakable = (value: string): string => escapeHtml(value).replace(/[/._]/g, '$&<wbr>');

const anchor = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escapeHtml = (value: string): string =>
  value.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
