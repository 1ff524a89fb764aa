/** Elements that begin and end a line. */
export const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main menu nav ol p pre section
  summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** Those with space around them. */
export const PARAGRAPHS = new Set('blockquote dl figure h1 h2 h3 h4 h5 h6 p pre'.split(' '));

export const VOID_BREAKS = new Set(['br', 'hr']);

/** What is inside them is not text of the mail, and is not meant to look like it. */
export const NEVER_SHOWN = new Set(['noframes', 'script', 'style', 'title', 'xml']);
