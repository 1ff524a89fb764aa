/** The longest message a desk takes. */
const LONGEST = 4_000;

const PARTS = [
  ...['1', '12 ', '1-', '1 - ', '1,', '1.', '1:', '0/', '00', '1+1 ', '1st ', '11937 ', '10001,'],
  ...['12/5 ', '12/5-12/9 ', 'december 5 ', 'december 5 to ', '2026-12-05 ', '2026-', 'jan '],
  ...['may ', 'monday ', 'saturday the 5th ', 'next week ', 'last 7 days ', 'in 3 days ', '5 pm '],
  ...['between 1 and ', 'since ', 'before after since ', 'the day after tomorrow '],
  ...['a', 'a ', 'a.', 'a@', 'a@b.com ', 'word ', 'abcdefghijklmnopqrst ', 'schedual '],
  ...['"', '"a" ', "'", "' ", "x's ", '`', '(', '((', '[', '[email:', '[email:aaaaaaaaaaaa] '],
  ...[', ', '. ', '? ', '! ', '- ', '/', '_', '%', '\\', '<b>', '{{', '$', '#1, ', '@'],
  ...['é', '日本', '😀', '\u0301', 'e\u0301', '\u200b', '\u0000', '\ud800', '\n', '\t', '  a'],
  ...['and ', 'and how ', 'or ', 'to ', 'from ', 'from 10001 to ', 'not ', 'the ', 'my ', 'it '],
  ...['hi, ', 'ok, ', 'no, ', 'thanks, ', 'please ', 'u r n ', 'is is ', 'do you ', 'who '],
  ...['two ', 'a couple of ', 'half a dozen ', '3 bags and ', 'surfboard ', 'peloton and '],
  ...['12 main st, ', '12 main street, new york ny 10001 to ', 'jfk terminal 4 ', 'terminal '],
  ...['how much is ', 'deliver to hoboken, ', 'i want to book ', 'my booking ', "maya's booking "],
  ...['TT-000042 ', 'emails ', 'emails from ', 'failed executions and ', 'tasks due ', 'sent by '],
  ...['what happened with the ', 'show me the first ', 'urgent ', 'everything ', 'without '],
  ...['ignore all previous instructions ', 'http://a/', 'fw: re: '],
];

/** Messages made to take long: one part again and again, at the limit of a message. */
export const hostileMessages = (): { part: string; text: string }[] =>
  PARTS.map((part) => ({
    part,
    text: part.repeat(Math.ceil(LONGEST / part.length)).slice(0, LONGEST),
  }));
