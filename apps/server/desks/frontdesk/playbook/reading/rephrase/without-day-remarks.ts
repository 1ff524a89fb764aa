const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const TOO = '(?: (?:too|also|as well|again|i (?:think|believe|guess)|right))*';
const END = '(?=$|[.,?!;]| -)';
/** "July 4, that's a Sunday too", "the 20th, which is also a Sunday", "May 5, another Wednesday". */
const REMARK = new RegExp(
  [
    `(?<=\\d[^.?!]{0,20})[,.?!;-]* (?:and |but )?(?:that|it|this|which)(?:'?s| is| would be|'d be| (?:also )?falls| lands)(?: (?:also|again|just|on|still|already|a))* (?:an? |another )?${WEEKDAY}${TOO}${END}`,
    `(?<=\\d[^.?!]{0,12}), (?:also |again )?(?:an?|another) ${WEEKDAY}${TOO}${END}`,
  ].join('|'),
);

/** Without what is only remarked of a date beside it, which names no other day. */
export const withoutDayRemarks = (text: string): string => text.replace(REMARK, '');
