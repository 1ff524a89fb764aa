import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainLines } from './plain-lines.ts';
import { segmentLines } from './segment-lines.ts';

/** 'kind: text' of each segment; lines of one segment parted by ' / '. */
function segments(text: string, subject = 'Delivery'): string[] {
  return segmentLines(plainLines(text), { subject }).map(
    ({ kind, text: words }) => `${kind}: ${words.replace(/\n+/g, ' / ')}`,
  );
}

test('sentences that only look like the edge of a message stay new', () => {
  for (const text of [
    'Here is what she wrote:\nPlease call me.',
    'From: the warehouse\nTo the shop it takes two hours.',
    'Thank you for the quick reply.\nPlease send the invoice by Friday.',
    'Please unsubscribe me from the list.',
    'Thanks,\nCould you call me on Monday?',
    'Please forward this message to Kim.',
    'The note said -- and I quote -- nothing.',
    'From what I see, two are missing.\nDate: Friday',
  ]) {
    assert.deepEqual(segments(text), [`new: ${text.replace(/\n/g, ' / ')}`]);
  }
});

test('answers between quotes are new, each where it stands', () => {
  const text =
    'On Mon, 3 Nov 2025, Kim wrote:\n> Can you come on Friday?\n\nYes.\n\n> And bring the key?\n>> old\nNo, Sam will.';
  assert.deepEqual(segments(text), [
    'quoted: On Mon, 3 Nov 2025, Kim wrote: / Can you come on Friday?',
    'new: Yes.',
    'quoted: And bring the key? / old',
    'new: No, Sam will.',
  ]);
});

test('attribution lines of several languages begin what is quoted, wrapped or not', () => {
  for (const line of [
    'On Mon, 3 Nov 2025 at 10:00, Kim Lee\n<kim@x.example> wrote:',
    'Am 3. Nov. 2025 um 10:00 schrieb Kim Lee <kim@x.example>:',
    'Le lun. 3 nov. 2025 à 10:00, Kim Lee <kim@x.example> a écrit :',
    'El lun, 3 nov 2025 a las 10:00, Kim (<kim@x.example>) escribió:',
    'Il giorno lun 3 nov 2025 alle ore 10:00 Kim ha scritto:',
    'Op ma 3 nov 2025 om 10:00 schreef Kim <kim@x.example>:',
    'Em seg., 3 de nov. de 2025 às 10:00, Kim escreveu:',
    'Den mån 3 nov. 2025 kl 10:00 skrev Kim <kim@x.example>:',
    'пн, 3 нояб. 2025 г. в 10:00, Kim <kim@x.example> написал:',
    '2025年11月3日 Kim <kim@x.example> 写道：',
  ]) {
    const quote = line.replace('\n', ' / ');
    const expected = ['new: Yes, Friday.', `quoted: ${quote} / Pay now.`];
    assert.deepEqual(segments(`Yes, Friday.\n\n${line}\n\nPay now.`), expected);
    assert.deepEqual(segments(`Yes, Friday.\n\n${line}\n\n> Pay now.`), expected);
  }
});

test("Outlook's header block and separators begin what is quoted", () => {
  for (const header of [
    'From: Kim\nSent: Monday, 3 November 2025 10:00\nTo: Ana\nSubject: Oven',
    '*Von:* Kim\n*Gesendet:* Montag\n*An:* Ana\n*Betreff:* Ofen',
    '-----Original Message-----\nFrom: Kim\nSent: Monday',
    'De : Kim\nEnvoyé : lundi\nÀ : Ana\nObjet : Four',
  ]) {
    const quote = header.replaceAll('\n', ' / ');
    assert.deepEqual(segments(`Agreed.\n\n${header}\n\nCan you pay today?`), [
      'new: Agreed.',
      `quoted: ${quote} / Can you pay today?`,
    ]);
  }
});

test('what is forwarded is told from what is quoted, and the history in it is quoted', () => {
  const header = 'From: Kim\nDate: Monday\nSubject: Oven\nTo: Ana';
  const inner = `${header}\n\nThe oven comes on Friday.\nBring the key.`;
  const history = 'On Sun, 2 Nov 2025, Ana wrote:\n> When?';
  assert.deepEqual(
    segments(`FYI\n\n---------- Forwarded message ---------\n${inner}\n${history}`),
    [
      'new: FYI',
      `forwarded: ---------- Forwarded message --------- / ${inner.replace(/\n+/g, ' / ')} / On Sun, 2 Nov 2025, Ana wrote:`,
      'quoted: When?',
    ],
  );
  assert.deepEqual(
    segments(`Please read.\n\n${inner}`, 'FW: Oven').map((text) => text.slice(0, 9)),
    ['new: Plea', 'forwarded'],
  );
});

test('a mail that is only a forward keeps its text', () => {
  const text = 'From: Kim\nSent: Monday\nTo: Ana\nSubject: Oven\n\nThe oven comes on Friday.';
  assert.deepEqual(segments(text), [`forwarded: ${text.replace(/\n+/g, ' / ')}`]);
  const apple =
    'Begin forwarded message:\n\n> From: Kim\n> Date: Monday\n> To: Ana\n>\n> The oven comes.';
  assert.deepEqual(segments(apple), [
    'forwarded: Begin forwarded message: / From: Kim / Date: Monday / To: Ana / The oven comes.',
  ]);
});

test('signatures are told by their delimiter, their sign-off or the program that adds them', () => {
  assert.deepEqual(segments('It comes on Friday.\n\n-- \nAna Ruiz\nBakery'), [
    'new: It comes on Friday.',
    'signature: -- / Ana Ruiz / Bakery',
  ]);
  assert.deepEqual(
    segments(
      'It comes on Friday.\n\nBest regards,\n\nAna Ruiz\nTel. +1 555 010 2030\nana@bakery.example',
    ),
    [
      'new: It comes on Friday.',
      'signature: Best regards, / Ana Ruiz / Tel. +1 555 010 2030 / ana@bakery.example',
    ],
  );
  assert.deepEqual(segments('On my way.\n\nSent from my iPhone\n\n> Where are you?'), [
    'new: On my way.',
    'signature: Sent from my iPhone',
    'quoted: Where are you?',
  ]);
  assert.deepEqual(segments('Thank you,\nAna'), ['new: Thank you, / Ana']);
  assert.deepEqual(
    segments('See you.\n\nThanks,\nAna\nP.S. Please bring the key on Friday.').length,
    1,
  );
});

test('notices at the end are the footer; the first paragraph never is', () => {
  assert.deepEqual(
    segments(
      'It comes on Friday.\n\nThanks,\nAna\n\nThis e-mail is confidential and intended for the recipient only.\n\nBakery Ltd, 1 High Street',
    ),
    [
      'new: It comes on Friday.',
      'signature: Thanks, / Ana',
      'footer: This e-mail is confidential and intended for the recipient only. / Bakery Ltd, 1 High Street',
    ],
  );
  assert.deepEqual(segments('To unsubscribe, see below.'), ['new: To unsubscribe, see below.']);
});

test('hostile lines take linear time', () => {
  const size = 200_000;
  for (const piece of [
    '>',
    'On ',
    'On 1\n',
    'From: a\n',
    '-',
    '-- \n',
    'Thanks\n',
    '1 wrote:\n',
    ' ',
    'To unsubscribe\n\n',
    '> a\nb\n',
    '*',
    '---- Forwarded message ----\n',
  ]) {
    const short = piece.repeat(size / 4 / piece.length);
    const long = piece.repeat(size / piece.length);
    segments(short);
    const cost = (text: string): number => {
      const before = process.cpuUsage().user;
      segments(text);
      return process.cpuUsage().user - before;
    };
    const limit = Math.max(cost(short), 50_000) * 12;
    const spent = cost(long);
    assert.ok(spent < limit, `${JSON.stringify(piece)} took ${spent} microseconds`);
  }
});

test('however often the authors change, the segments are few and no words are lost', () => {
  const parts = segmentLines(plainLines('> a\nb\n'.repeat(2_000)), { subject: '' });
  assert.ok(parts.length <= 502);
  assert.equal(
    parts.map(({ text }) => text.match(/b/g)?.length ?? 0).reduce((a, b) => a + b),
    2_000,
  );
});
