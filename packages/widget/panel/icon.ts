const make = (name: 'svg' | 'path', attribute: string, value: string): SVGElement => {
  const node = document.createElementNS('http://www.w3.org/2000/svg', name);
  node.setAttribute(attribute, value);
  return node;
};

/** A drawing on a 24 px grid, without a name of its own: the button around it has the words. */
export const icon = (drawing: string): SVGElement => {
  const svg = make('svg', 'viewBox', '0 0 24 24');
  svg.append(make('path', 'd', drawing));
  return svg;
};

/** A speech bubble with a spark cut out of it. */
export const chatBubble =
  'M12 3a9 9 0 0 0-8 13l-1 5 5-1a9 9 0 1 0 4-17m0 4 1 4 4 1-4 1-1 4-1-4-4-1 4-1z';
