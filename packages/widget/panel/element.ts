type Attributes = Record<string, string | boolean | undefined>;

/**
 * Makes an element. Children that are strings become text nodes, so nothing a model or a customer
 * wrote is ever parsed as HTML. A `true` attribute is present and empty; false and undefined are absent.
 */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, '');
    else if (typeof value === 'string') node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
};

/** The page's element with this id. The page is ours: a missing one is a mistake of the build. */
export const byId = <Type extends Element>(id: string, type: new () => Type): Type => {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`The page has no ${type.name} with id "${id}".`);
  return found;
};

/** Writes only what differs, so that selections and live regions are left alone. */
export const setText = (node: Node, text: string): void => {
  if (node.textContent !== text) node.textContent = text;
};
