import { type DayMention, weekdayOf } from '@deskbell/clerk';

const YEAR_ALONE = /^(?:last|this|next|the|that) year$/;
const OF_IT = /^['’]s\b/;
const HOLIDAY =
  /^(?:the )?(?:christmas|xmas|thanksgiving|easter|new year'?s?|hanukkah|the holidays)$/;
/** "Flying home for Christmas" tells why, not when. */
const REASON =
  /\b(?:fly\w*|flight|home|visit\w*|travel\w*|trip|going|away|family)\b[^.?!]{0,30}\b(?:for|over) (?:the )?$/;

/** "Lovely weather today, isn't it?" */
const WEATHER =
  /\b(?:weather|snow(?:s|ed|ing|y)?|rain(?:s|ed|ing|y)?|sunny|freezing|chilly)\b[^.?!]{0,15}$/;
/** "Merry Christmas" wishes, and names no day. */
const isWished = (text: string, index: number): boolean =>
  /\b(?:merry|happy|blessed|joyful) (?:a )?$/.test(text.slice(Math.max(0, index - 20), index));

/** "That's all for today" ends the talk. */
const isEnding = (text: string, index: number): boolean =>
  /\b(?:that'?s (?:all|it)|that is all|all i need(?:ed)?|enough|done|bye) (?:for )?$/.test(
    text.slice(Math.max(0, index - 24), index),
  );

/** "Christmas presents", "a Thanksgiving dinner" */
const OF_HOLIDAY =
  /^ (?:trees?|presents?|gifts?|ornaments?|decorations?|lights|cards?|wreaths?|stockings?|turkey|dinner|candy|costumes?|stuff|things)\b/;

const NAMES_WEEKDAYS =
  /\bweek ?days?\b|\bmid-?week\b|\b(?:during|in|within) the week\b(?! of)|\b(?:not|isn't|aren't|avoid|except|outside|without) (?:on |over |of )?(?:an? |the )?weekends?\b/;
/** "On a weekday", "if it's not the weekend": no day in particular. */
export const namesWeekdays = (text: string): boolean => NAMES_WEEKDAYS.test(text);

const IS_WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day,?$/;
const isSameWeekday = (day: string, other: string): boolean =>
  day !== '' && other !== '' && weekdayOf(day) === weekdayOf(other);

/** Without what only sounds like a day: "last year's house", "yesterday's order". */
export const withoutNoDays = (
  text: string,
  days: readonly DayMention[],
  today: string,
): DayMention[] =>
  days.filter(({ first, index, length }) => {
    const words = text.slice(index, index + length).trim();
    const isPastOfIt = OF_IT.test(text.slice(index + length)) && first < today;
    const isReason = HOLIDAY.test(words) && REASON.test(text.slice(0, index));
    const isTalk =
      WEATHER.test(text.slice(Math.max(0, index - 40), index)) ||
      isWished(text, index) ||
      isEnding(text, index);
    const isThing = HOLIDAY.test(words) && OF_HOLIDAY.test(text.slice(index + length));
    // "On a Sunday, like December 13", "some time on a weekend, the 12th"
    const isOfKind = /\ban? ?$/.test(text.slice(0, index));
    const isAny =
      isOfKind &&
      ((days.length > 1 && words === 'weekend') ||
        (IS_WEEKDAY.test(words) &&
          days.some((day) => day.index > index && isSameWeekday(day.first, first))));
    const isKind = /^(?:any |a |every |each |some )?week ?days?$/.test(words);
    return !(
      isTalk ||
      isAny ||
      isThing ||
      isKind ||
      YEAR_ALONE.test(words) ||
      isPastOfIt ||
      isReason
    );
  });
