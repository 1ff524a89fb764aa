import type { Goal, Memory } from '../../memory.ts';
import type { Request } from '../request.ts';
import { inView, mailOf, senderOf } from './view.ts';

// "Does it mention a fee?" is asked of the text of the mail in view.

const LEAD = '^(?:(?:and|so|but|ok|then|also) )*';
const IT =
  '(?:it|she|he|they|(?:the|that|this|her|his|their) (?:text|mail|e-?mail|message|letter|body))';
const PATTERNS: readonly RegExp[] = [
  `${LEAD}(?:does|did|do) (${IT}|[a-z]{2,20}) (?:(?:also|even|actually|ever) )*(?:mention|contain|refer to|(?:say|write|mention|contain) (?:anything|something) (?:about|on|regarding)|talk about) (.+)$`,
  `${LEAD}what (?:does|did) (${IT}) (?:say|write|mention) (?:about|on|regarding) (.+)$`,
  `${LEAD}(?:is|are) there (?:any |an? |some )(?<in>.+?) (?:in|inside) (?:there|${IT})[\\s?.!]*$`,
  `${LEAD}(?:is there )?any (?:mention|word) (?:of|about|on) (?<in>.+)$`,
].map((pattern) => new RegExp(pattern));
const ONE_MORE = /^(?:(?:and|or|what about|how about) )?(?:an? |any )(.+)$/;
/** What the records tell better than the text, and what is a clause of its own. */
const ELSEWHERE =
  /\b(?:deadlines?|due|dates?|attach\w*|files?|pictures?|photos?|pdf|tasks?|reviews?|mails|today|yesterday)\b|^(?:when|what|who|how|where|if|whether|that|why|it|this|anything|something)\b/;
const MOST_WORDS = 5;

/** Who is asked about by name is who wrote it. */
function isOfIt(who: string | undefined, ref: string, memory: Memory): boolean {
  if (who === undefined || new RegExp(`^${IT}$`).test(who)) return true;
  return ` ${senderOf(ref, memory) ?? ''} `.toLowerCase().includes(` ${who} `);
}

export function readMention({ text, memory }: Request): Goal[] | undefined {
  const ref = inView(memory);
  if (ref === undefined || !mailOf(ref, memory).startsWith('[email:')) return undefined;
  const hit = PATTERNS.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  const isMore = memory.heard.goals.some(
    (goal) => goal.kind === 'query' && goal.query.mention !== undefined,
  );
  const said = hit?.groups?.in ?? hit?.[2] ?? (isMore ? ONE_MORE.exec(text)?.[1] : undefined);
  const mention = said
    ?.replace(/(?: (?:at all|anywhere|somewhere|too|in it|in there))*[\s?.!]*$/, '')
    .replace(/^(?:an?|any|the|our|some) /, '');
  if (!mention || ELSEWHERE.test(mention) || mention.split(' ').length > MOST_WORDS) {
    return undefined;
  }
  const who = hit?.groups?.in === undefined ? hit?.[1] : undefined;
  if (!isOfIt(who, ref, memory)) return undefined;
  return [{ kind: 'query', query: { topic: 'record', ref, facet: 'text', mention } }];
}
