/** Lower case, without the marks that mail programs set around headings. */
export const plainWords = (text: string): string =>
  text.replace(/[*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
