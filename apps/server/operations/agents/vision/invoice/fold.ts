/** Lower case, without accents, letter for letter: positions stay those of the text. */
export function fold(text: string): string {
  let folded = '';
  for (const character of text) {
    const plain = folding(character);
    folded += plain.length === character.length ? plain : character;
  }
  return folded;
}

const known = new Map<string, string>([
  ['ß', 's'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['’', "'"],
  ['º', 'o'],
  ['°', 'o'],
]);

function folding(character: string): string {
  const before = known.get(character);
  if (before !== undefined) return before;
  const lower = character.toLowerCase();
  const plain = known.get(lower) ?? lower.normalize('NFD').replace(/\p{M}/gu, '');
  if (known.size < 4_096) known.set(character, plain);
  return plain;
}

/** 'R E C H N U N G' as 'RECHNUNG': titles are often spread out. */
export function closeSpreadLetters(text: string): string {
  return /^(?:\p{L}[ -]){3,60}\p{L}$/u.test(text) ? text.replace(/[ -]/g, '') : text;
}
