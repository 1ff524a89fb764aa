/** A small drawing of a van, PNG: stands for the photographs in the demonstration's mail. */
export const demoPicture = Buffer.from(
  [
    'iVBORw0KGgoAAAANSUhEUgAAADAAAAAgCAIAAADbtmxLAAAAfUlEQVR42mN4dG3XoEIMow4addCog0YdBEUSGkE0RaMO',
    '0gjad+kZVjTqoFEHDZyDNlXYwNFwcBD1s/2og4acgwZ11SGHCoi0FY8uihwkhw2Q6ho0XUPfQcgIq9E00jX4HBQVlUAQ',
    'YTWaRrqIchCm6bTTRayD6IZGHTTkHAQAynt5uFoSJPwAAAAASUVORK5CYII=',
  ].join(''),
  'base64',
);
