import { plainWords } from './words.ts';

const SIGN_OFFS = new Set(
  `best,best regards,kind regards,kindest regards,warm regards,warmest regards,regards,many thanks,thanks,thank you,
thanks again,thank you again,thanks and regards,thanks & regards,thanks and best regards,thanks so much,thank you so much,
thank you very much,thanks very much,thanks in advance,thank you in advance,with thanks,cheers,sincerely,sincerely yours,
yours sincerely,yours truly,yours faithfully,yours,respectfully,respectfully yours,cordially,all the best,best wishes,
warmly,with best regards,with kind regards,with gratitude,take care,talk soon,speak soon,br,rgds,kr,xoxo,love,
mit freundlichen grüßen,mit freundlichen grüssen,freundliche grüße,viele grüße,liebe grüße,beste grüße,schöne grüße,
herzliche grüße,vg,lg,mfg,cordialement,bien cordialement,bien à vous,salutations,sincères salutations,
saludos,un saludo,saludos cordiales,atentamente,cordiali saluti,distinti saluti,saluti,un saluto,
met vriendelijke groet,met vriendelijke groeten,groeten,groet,mvg,atenciosamente,abraços,obrigado,obrigada,
med vänlig hälsning,med vänliga hälsningar,hälsningar,mvh,med venlig hilsen,vennlig hilsen,med vennlig hilsen,
ystävällisin terveisin,pozdrawiam,z poważaniem,s pozdravem,с уважением`
    .replaceAll('\n', '')
    .split(','),
);
/** "Sent from my phone" and the like: a program's line, wherever it stands. */
const PROGRAM_LINES = [
  'sent from my ',
  'sent from mail for ',
  'sent from outlook',
  'sent from yahoo mail',
  'sent from proton',
  'sent via ',
  'sent on the go',
  'get outlook for ',
  'get bluemail for ',
  'von meinem iphone gesendet',
  'von meinem ipad gesendet',
  'gesendet von ',
  'envoyé de mon ',
  'envoyé depuis ',
  'enviado desde mi ',
  'enviado do meu ',
  'enviado desde ',
  'inviato da ',
  'verzonden vanaf mijn ',
  'verstuurd vanaf mijn ',
  'skickat från min ',
  'sendt fra min ',
  'lähetetty ',
  'wysłane z ',
  'отправлено с ',
];
const MAX_LINES = 14;
const MAX_LINE = 90;

export const isDelimiter = (text: string): boolean => /^--\s?$/.test(text);

export function isProgramLine(text: string): boolean {
  if (text.length > 90) return false;
  const words = plainWords(text);
  return PROGRAM_LINES.some((start) => words.startsWith(start)) && words.split(' ').length <= 9;
}

/**
 * Where in what one person wrote the signature begins: the line of a sign-off that only names,
 * telephone numbers, addresses and the like follow. `lines.length` when there is none.
 */
export function signatureStart(lines: readonly string[]): number {
  let filled = 0;
  let start = lines.length;
  for (let index = lines.length - 1; index >= 0 && filled <= MAX_LINES; index -= 1) {
    const text = (lines[index] ?? '').trim();
    if (text === '') continue;
    filled += 1;
    if (isSignOff(text)) start = index;
    else if (start < lines.length || !couldBeSignature(text)) break;
  }
  return start;
}

function isSignOff(text: string): boolean {
  if (text.length > 60) return false;
  const words = plainWords(text).replace(/[\s,.!–—:;-]+$/, '');
  return SIGN_OFFS.has(words);
}

/** Short, and not a sentence: nothing is asked and nothing is told. */
function couldBeSignature(text: string): boolean {
  if (text.length > MAX_LINE || /[?]/.test(text) || /^p\.?\s?s\b/i.test(text)) return false;
  const isSentence =
    /[.!]$/.test(text) &&
    text.split(/\s+/).length > 3 &&
    !/\b(?:inc|ltd|llc|co|corp|gmbh)\.$/i.test(text);
  if (isSentence) return false;
  const words = text.replace(/<[^<>]*>/g, '').split(/\s+/).length;
  return words <= 7 || /[|•·@]|\d{3}/.test(text);
}
