import { createSpeller } from '@deskbell/clerk';

const WORDS =
  'email emails mails message messages failed failure failures failing execution executions process processed processing pending running completed cancelled priority priorities urgent overdue deadline deadlines schedule scheduled calendar agents triage vision context performing performance vendor vendors supplier suppliers customer customers pattern patterns reliable reliability attention summary activity review reviews waiting approval system health status everything working yesterday today tomorrow monday tuesday wednesday thursday friday saturday sunday january february august september october november december weekend assigned happened inspection invoice anything should attachment attachments yesterday slowest fastest errors problems operational approved rejected reason reasons question'.split(
    ' ',
  );

/** Words of their own that are near one of the above. */
const REAL =
  'agent vendors patters patient passing massage passage systems fails mondays tuesdays wednesdays thursdays fridays saturdays sundays process processes processor prior schedules reviewed reviewer reviewing invoices invoiced complete completes cancel cancels content contexts approve approves reject rejects assign assigns reasonable question questions happen happens health healthy healthier statue statues emailed error erroneous problem tasked inspections visions version versions waitings fasted slowed weekends weekday urgently cursor custom customs vender working walking talking parking woking raining turning mailed mailer mails months'.split(
    ' ',
  );

/** How people write on phones, and words the rules know by another name. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\bwat\b/g, 'what'],
  [/\bwhats\b/g, "what's"],
  [/\b(?:hows)\b/g, "how's"],
  [/\b(?:wheres)\b/g, "where's"],
  [/\b(?:whos)\b/g, "who's"],
  [/\b(?:pls|plz)\b/g, 'please'],
  [/\b(?:u)\b(?!\.)/g, 'you'],
  [/\b(?:ur)\b/g, 'your'],
  [/\br (?=(?:you|the|we|they|there|all|any|our)\b)/g, 'are '],
  [/\b(?:tmrw|tmr|tmw|2moro|tomorow|tommorow|tommorrow|tomorrrow)\b/g, 'tomorrow'],
  [/\b(?:yday|ystrdy|yest|yesturday|yestarday)\b/g, 'yesterday'],
  [/\b(?:2day|tday|tody|toady|todya)\b/g, 'today'],
  [/\b(?:wknd|wkend)\b/g, 'weekend'],
  [/\b(?:emial|emil|eamil|emal|e mail)(s?)\b/g, 'email$1'],
  [/\b(?:taks|tsks|taskes|tasls)\b/g, 'tasks'],
  [/\b(?:faild|fialed|faled|failled)\b/g, 'failed'],
  [/\b(?:exec|execs|excutions?|exectuions?)\b/g, 'executions'],
  [/\bwanna\b/g, 'want to'],
  [/\bgonna\b/g, 'going to'],
  [/\b(?:gimme)\b/g, 'give me'],
  [/\blemme\b/g, 'let me'],
  [/\bprio\b/g, 'priority'],
  [/\bdunno\b/g, "don't know"],
  [/\bvenders?\b/g, 'vendors'],
  [/\bsupplyers?\b/g, 'suppliers'],
  [/\bok(?:ay|ey|k)?\b/g, 'ok'],
];

export const correctSpelling = createSpeller({ words: WORDS, real: REAL, short: SHORT });
