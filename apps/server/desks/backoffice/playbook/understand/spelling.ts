import { createSpeller } from '@deskbell/clerk';

const WORDS =
  'email emails mails message messages failed failure failures failing execution executions process processed processing pending running completed cancelled priority priorities urgent overdue deadline deadlines schedule scheduled calendar agents triage vision context performing performance vendor vendors supplier suppliers customer customers pattern patterns reliable reliability attention summary activity review reviews waiting approval system health status everything working assigned happened inspection invoice anything should attachment attachments slowest fastest errors problems operational approved rejected reason reasons question'.split(
    ' ',
  );

/** Words of their own that are near one of the above. */
const REAL =
  'agent vendors patters patient passing massage passage systems fails process processes processor prior schedules reviewed reviewer reviewing invoices invoiced complete completes cancel cancels content contexts approve approves reject rejects assign assigns reasonable question questions happen happens health healthy healthier statue statues emailed error erroneous problem tasked inspections visions version versions waitings fasted slowed urgently cursor custom customs vender working walking talking parking woking raining turning mailed mailer mails months'.split(
    ' ',
  );

/** How people write on phones, and words the rules know by another name. */
const SHORT: readonly (readonly [RegExp, string])[] = [
  [/\b(?:emial|emil|eamil|emal|e mail)(s?)\b/g, 'email$1'],
  [/\b(?:taks|tsks|taskes|tasls)\b/g, 'tasks'],
  [/\b(?:faild|fialed|faled|failled)\b/g, 'failed'],
  [/\b(?:exec|execs|excutions?|exectuions?)\b/g, 'executions'],
  [/\bprio\b/g, 'priority'],
  [/\bvenders?\b/g, 'vendors'],
  [/\bsupplyers?\b/g, 'suppliers'],
  [/\bok(?:ay|ey|k)?\b/g, 'ok'],
];

export const correctSpelling = createSpeller({ words: WORDS, real: REAL, short: SHORT });
