import type { TextLine } from '../text-line.ts';
import { plainWords } from './words.ts';

/** The names of header fields as mail programs write them above a message. */
const FROM = new Set(
  'from,von,de,da,van,fra,från,od,lähettäjä,от,от кого,发件人,寄件者,差出人,보낸 사람,kimden,gönderen,mittente,expéditeur,remitente,feladó,odesílatel,από'.split(
    ',',
  ),
);
const OTHERS = new Set(
  `sent,date,to,cc,subject,reply-to,gesendet,datum,an,betreff,envoyé,envoyé le,à,objet,enviado,enviado el,enviada em,fecha,para,
asunto,assunto,data,inviato,a,oggetto,verzonden,aan,onderwerp,sendt,til,emne,skickat,till,ämne,lähetetty,vastaanottaja,aihe,
wysłano,do,temat,odesláno,komu,předmět,отправлено,дата,кому,тема,发送时间,日期,收件人,主题,主旨,送信日時,日時,宛先,件名,
보낸 날짜,받는 사람,제목,gönderme tarihi,kime,konu,elküldve,címzett,tárgy,importance,attachments`
    .replaceAll('\n', '')
    .split(','),
);
const NEAR_LINES = 12;

const ORIGINAL = new Set([
  'original message',
  'original-nachricht',
  'ursprüngliche nachricht',
  'originalnachricht',
  'message original',
  "message d'origine",
  'mensaje original',
  'messaggio originale',
  'oorspronkelijk bericht',
  'mensagem original',
  'originalmeddelande',
  'ursprungligt meddelande',
  'oprindelig meddelelse',
  'opprinnelig melding',
  'alkuperäinen viesti',
  'oryginalna wiadomość',
  'wiadomość oryginalna',
  'původní zpráva',
  'исходное сообщение',
  'reply message',
  'original appointment',
  '原始邮件',
  '元のメッセージ',
]);
const FORWARDED = new Set([
  'forwarded message',
  'begin forwarded message',
  'forwarded mail',
  'weitergeleitete nachricht',
  'anfang der weitergeleiteten nachricht',
  'message transféré',
  'message transmis',
  'début du message transféré',
  'début du message réexpédié',
  'mensaje reenviado',
  'messaggio inoltrato',
  'inizio messaggio inoltrato',
  'doorgestuurd bericht',
  'begin doorgestuurd bericht',
  'mensagem encaminhada',
  'vidarebefordrat meddelande',
  'videresendt meddelelse',
  'videresendt melding',
  'välitetty viesti',
  'wiadomość przekazana',
  'přeposlaná zpráva',
  'пересылаемое сообщение',
  '转发邮件',
  '转发的邮件',
]);

/** Whether the line announces an earlier message, and which kind it says it is. */
export function separatorKind({ text }: TextLine): 'original' | 'forwarded' | null {
  if (text.length > 120) return null;
  const trimmed = text.trim();
  const words = plainWords(trimmed)
    .replace(/^[-–—=> ]+/, '')
    .replace(/[-–—=:： ]+$/, '')
    .replace(/^forwarded message from .*$/, 'forwarded message')
    .replace(/^forwarded by .*$/, 'forwarded message');
  const isMarked = /^[-–—=]{2}/.test(trimmed) || /[:：]$/.test(trimmed);
  if (!isMarked) return null;
  if (ORIGINAL.has(words)) return 'original';
  return FORWARDED.has(words) ? 'forwarded' : null;
}

/**
 * Whether the header of an earlier message begins here, as Outlook and others write it: a field
 * that names the sender and two more within the next lines. What a person writes has no such lines.
 */
export function startsMessageHeader(lines: readonly TextLine[], index: number): boolean {
  const depth = lines[index]?.quoteDepth;
  if (!FROM.has(fieldOf(lines[index]))) return false;
  const found = new Set<string>();
  let seen = 0;
  for (let next = index + 1; next < lines.length && seen < NEAR_LINES; next += 1) {
    const line = lines[next];
    if (line === undefined || line.quoteDepth !== depth) break;
    if (line.text.trim() === '') continue;
    seen += 1;
    const name = fieldOf(line);
    if (OTHERS.has(name)) found.add(name);
    if (found.size >= 2) return true;
  }
  return false;
}

function fieldOf(line: TextLine | undefined): string {
  const text = line?.text.slice(0, 60) ?? '';
  const colon = text.search(/[:：]/);
  if (colon < 1 || text.slice(colon + 1).trim() === '') return '';
  return plainWords(text.slice(0, colon));
}
