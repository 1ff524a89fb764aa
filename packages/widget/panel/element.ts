/**
 * Makes an element; its classes are its `::part`s too. Strings become text nodes, so nothing a
 * model or a customer wrote is ever parsed as HTML.
 */
export const element = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  children: (Node | string)[] = [],
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
): HTMLElementTagNameMap[Name] => {
  const node = Object.assign(document.createElement(name), { className }, properties);
  node.part.value = className;
  node.append(...children);
  return node;
};

/** A button that submits nothing. One without text in it gets its `label` for readers and as a hint. */
export const button = (
  className: string,
  content: Node | string,
  onclick: () => void,
  label?: string,
): HTMLButtonElement =>
  element('button', className, [content], {
    type: 'button',
    onclick,
    ...(label && { ariaLabel: label, title: label }),
  });

/** Writes only what differs, so that selections and live regions are left alone. */
export const setText = (node: Node, text: string): void => {
  if (node.textContent !== text) node.textContent = text;
};
