import type { Business } from '../../../../../bookings/business.ts';
import { type Order, serviceOf } from '../../order/order.ts';
import { type Good, goodsOf, means, sayGoods, toDetails, UNNAMED } from './goods.ts';
import { isAlone, isAway, OP } from './goods-signals.ts';
import { type Mention, readMentions } from './read-mentions.ts';
import { fewerOf, moreOfThose, readOfThem } from './read-of-them.ts';
import { ALSO } from './specialty-count.ts';

type Change = 'add' | 'remove' | 'only' | 'set';

/** "Leave the bags with the doorman" takes nothing back. */
const ELSEWHERE = /^ (?:at|on|in|with|by|to|for|off)\b(?! (?:home|the end))/;
const CORRECTS =
  /\b(?:make (?:it|that)|actually|i meant|sorry|instead|correct\w*|chang\w+|should be|now|wrong|not \d+|after all|enough|will do|suffices?|in fact|only)\b/;
const ADDS =
  /\b(?:too(?=$|[.,!?;]| (?:please|then|from|to)\b)|as well|in addition|on top(?: of (?:that|it))?|additionally|besides|with (?:them|it|that)|(?:does|do) come|comes? (?:along|after all))\b/;
const BEGINS_WITH_MORE =
  /^(?:(?:oh|ok|okay|ah|wait|so|yes|right|actually|and|well),? )*(?:plus|also|(?:and )?then there(?:'s| is| are)|(?<=\band,? )(?:there(?:'s| is| are) )?)/;
const BEGINS_WITH_AND = /^(?:(?:oh|ok|okay|ah|wait|so|yes|right|actually|well),? )*and\b/;
/** Another price beside the one that was told. */
const OTHER_PRICE = /\b(?:what about|how about|what if|for|how much|price|cost)\b/;
/** Said of goods that go with the others. */
const COMES_ALONG =
  /^(?: (?:should|has to|needs to|must|will|would|can|could|may|is|wants to|goes|go))* ?(?:come|comes|coming|go|goes|going|be)? ?(?:along|with (?:it|them|us|the rest)|too|as well|on the list)(?=$|[ ,.!?])/;
/** Something comes on top. */
const MORE = /\b(?:add|plus|also|more|another|extra|additional|as well|too)\b/;
const WITH_THEM =
  /\bwith (?:them|it|those|these|both|everything|all of (?:it|them)|all that)\b(?! in\b)/;
/** Words that are goods only where they are short for some: "the boards". */
const SHORT = /^(?:board|case)$/;

/**
 * What a message, maybe with a service of its own, makes of the goods that are known: adds to them, takes from them, narrows them or
 * puts the number of one kind right. Undefined when it changes nothing, or names a list of its own.
 */
export function changeGoods(
  text: string,
  known: Order,
  { business, service }: { business: Business; service: Order['service'] },
): { order: Partial<Order>; dropped: (keyof Order)[] } | undefined {
  const before = goodsOf(known);
  const away = goodsOf(leftOutOf(known));
  if (before.length === 0) return undefined;
  let goods: Good[] = before.map((good) => ({ ...good }));
  const ofThem = readOfThem(text, before);
  const named = readMentions(text, business).filter(
    ({ kind }) => !SHORT.test(kind) || before.some((good) => good.kind.endsWith(kind)),
  );
  const mentions = [...named, ...ofThem].sort((a, b) => a.index - b.index);
  const changes = mentions.map((mention) => ({
    mention,
    change: changeOf(mention, { text, mentions, goods: before, away }),
  }));
  const more = mentions.length === ofThem.length ? moreOfThose(text, before) : undefined;
  if (more !== undefined) goods = more;
  else if (mentions.length === 0 && away.length > 0 && WITH_THEM.test(text)) {
    goods = away.reduce((sum, good) => added(sum, good), goods);
  } else {
    if (changes.every(({ change }) => change === undefined)) return undefined;
    // A list of its own, of which a part is said to stay.
    if (changes.some(({ mention, change }) => change === undefined && mention.number !== undefined))
      return undefined;
    // "Make it an airport transfer with 3 bags": what goes by another service.
    const isOtherService = service !== undefined && service !== serviceOf(known);
    if (isOtherService && !MORE.test(text)) {
      if (changes.some(({ mention, change }) => change === 'add' && mention.number !== undefined))
        return undefined;
    }
    const only = changes.filter(({ change }) => change === 'only');
    if (only.length > 0) {
      goods = goods.filter((good) =>
        changes.some(
          ({ mention, change }) =>
            change !== 'remove' && change !== undefined && means(mention.kind, good, before),
        ),
      );
    }
    for (const { mention, change } of changes) {
      const isOfAll = ofThem.includes(mention) && mention.number !== undefined;
      if (isOfAll && change === 'remove') goods = fewerOf(goods, mention.number ?? 0);
      else goods = changed(goods, { mention, change, away });
    }
  }
  if (goods.length === 0 || sayGoods(goods) === sayGoods(before)) return undefined;
  const { order, dropped } = toDetails(goods);
  const gone = [...before, ...away].filter(({ kind }) => !goods.some((good) => good.kind === kind));
  if (gone.length > 0) order.leftOut = gone.map(sayLeftOut).join(' and ');
  else dropped.push('leftOut');
  return { order, dropped };
}

const sayLeftOut = (good: Good): string =>
  `${good.isSpecialty ? '*' : ''}${sayGoods([{ ...good, isSpecialty: false }])}`;

/** Things that were taken back, which "with them" means. */
function leftOutOf({ leftOut }: Order): Order {
  const parts = leftOut?.split(' and ') ?? [];
  const special = parts.filter((part) => part.startsWith('*')).map((part) => part.slice(1));
  const plain = parts.filter((part) => !part.startsWith('*'));
  return {
    ...(plain.length > 0 ? { pieces: plain.join(' and ') } : {}),
    ...(special.length > 0 ? { specialty: special.join(' and ') } : {}),
  };
}

function changeOf(
  mention: Mention,
  context: {
    text: string;
    mentions: readonly Mention[];
    goods: readonly Good[];
    away: readonly Good[];
  },
): Change | undefined {
  const { text, mentions, goods, away } = context;
  const start = Math.max(
    0,
    ...[...text.slice(0, mention.index).matchAll(/[.?!;]|, (?!(?:and|or)\b)|,$| but /g)].map(
      ({ index, 0: hit }) => index + (hit === ' but ' ? 1 : hit.length),
    ),
  );
  const clause = text.slice(start, mention.index);
  const end = text.slice(mention.end).search(/[.?!;,]|$/) + mention.end;
  const after = text.slice(mention.end, end);
  const sentence =
    (text
      .slice(0, mention.index)
      .split(/[.?!;]/)
      .at(-1) ?? '') + (text.slice(mention.index).split(/[.?!;]/)[0] ?? '');
  const isThere = goods.some((good) => means(mention.kind, good, goods));
  const wasThere = away.some((good) => good.kind === mention.kind);
  const found = [...clause.matchAll(OP)].at(-1);
  // "Instead of the stroller two more boxes": the words hold for a list that goes on.
  const between = mentions.filter(
    (other) => other.index > start + (found?.index ?? 0) && other.end < mention.index,
  );
  const gap = text.slice(between.at(-1)?.end ?? mention.index, mention.index);
  const op = between.length === 0 || LIST_GOES_ON.test(gap) ? found?.groups : undefined;
  const others = mentions.filter(({ index }) => index > mention.index && index < end);
  const tail = others.length === 0 ? after : text.slice(others.at(-1)?.end ?? mention.end, end);
  const rest = text.slice(mention.end);
  const isLeft =
    !mention.isMore && isAway(clause, { tail, rest, hasNumber: mention.number !== undefined });
  const isTaken =
    op?.take !== undefined && !(/^(?:leav|drop|take)/.test(op.take) && ELSEWHERE.test(tail));
  if (isThere && (isTaken || isLeft)) {
    // "4 boxes, not 3 boxes"
    const isOther = mentions.some(
      (other) => other !== mention && other.kind === mention.kind && other.number !== undefined,
    );
    return isOther && mention.number !== undefined ? undefined : 'remove';
  }
  if (isTaken) return undefined;
  const current = goods.find((good) => means(mention.kind, good, goods))?.number;
  const isMixed = goods.length > 1;
  if (op?.only !== undefined && (isThere || wasThere)) {
    const isNumber = mention.number !== undefined && mention.number !== current && !mention.isKnown;
    return isNumber ? 'set' : 'only';
  }
  if ((isThere || wasThere) && isAlone(tail)) return 'only';
  if (mention.isMore) return 'add';
  if (mention.isKnown || mention.number === undefined) {
    const isBack = wasThere && !isThere;
    // "Take the 3 bags to …", of three pieces that had no name.
    const isMeant = goods.some(
      ({ kind, number }) => kind === UNNAMED && number === mention.number && !mention.isSpecialty,
    );
    const isNew = !isThere && !isMeant && mention.number !== undefined;
    // "My daughter's bike should come along": one more.
    const isOne = mention.number === undefined && !/[^s]s$/.test(mention.name);
    if (isOne && !isThere && !wasThere && COMES_ALONG.test(after)) return 'add';
    return isBack || (op?.bring !== undefined && isNew)
      ? 'add'
      : isThere && context.mentions.length > 1
        ? undefined
        : undefined;
  }
  if (isThere) {
    const isPutRight = CORRECTS.test(text) || op?.bring !== undefined || BEGINS_WITH_AND.test(text);
    return isMixed && isPutRight ? 'set' : ADDS.test(sentence) && !isMixed ? 'add' : undefined;
  }
  const isSwapped = mentions.some((other) => other !== mention && isReplaced(text, other));
  // Of bags without a name "and 3 bags" puts the number right.
  const isNamed = goods.some(({ kind }) => kind !== UNNAMED);
  const isAdded =
    ADDS.test(sentence) || ALSO.test(text) || isSwapped || (isNamed && BEGINS_WITH_MORE.test(text));
  if (isAdded && !(text.includes('?') && BEGINS_WITH_AND.test(text) && OTHER_PRICE.test(text))) {
    return 'add';
  }
  return op?.bring !== undefined && /\b(?:with|plus|add)/.test(op.bring) && !OTHER_PRICE.test(text)
    ? 'add'
    : undefined;
}

const LIST_GOES_ON = /^(?:, ?(?:and |or )?| (?:and|or|nor) )$/;

const isReplaced = (text: string, { index }: Mention): boolean =>
  /\b(?:instead of|rather than|in place of|swap|switch|exchange|replace|trade|not)(?: out)? $/.test(
    text.slice(0, index),
  );

function changed(
  goods: readonly Good[],
  {
    mention,
    change,
    away,
  }: { mention: Mention; change: Change | undefined; away: readonly Good[] },
): Good[] {
  const { kind, number, isSpecialty, name } = mention;
  const isMeant = (good: Good): boolean => means(kind, good, goods);
  if (change === 'remove') {
    let left = number ?? Number.POSITIVE_INFINITY;
    return goods.flatMap((good) => {
      if (!isMeant(good)) return [good];
      const less = Math.min(left, good.number);
      left -= less;
      return less === good.number ? [] : [{ ...good, number: good.number - less }];
    });
  }
  if (change === 'set' && number !== undefined) {
    return goods.map((good) => (isMeant(good) ? { ...good, number } : good));
  }
  if (change === 'add' || (change === 'only' && !goods.some(isMeant))) {
    const before = away.find((good) => good.kind === kind);
    const amount = number ?? before?.number ?? 1;
    return added(goods, { kind, name: before?.name ?? name, number: amount, isSpecialty });
  }
  return [...goods];
}

function added(goods: readonly Good[], more: Good): Good[] {
  const same = goods.find(({ kind }) => kind === more.kind);
  if (same === undefined) return [...goods, more];
  return goods.map((good) =>
    good === same ? { ...good, number: good.number + more.number } : good,
  );
}
