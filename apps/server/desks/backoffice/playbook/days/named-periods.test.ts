import { inEachOf } from '../conversations/test-goals.ts';

inEachOf('a period named by a day in it', [
  ['number of e-mails in the week of november 9', 'emails 11-09..11-15'],
  ['how many mails came in the week of the 16th', 'emails 11-16..11-22'],
  ['deadlines in the week beginning december 7', 'deadlines 12-07..12-13'],
  ['tasks due in the week of december 21', 'tasks 12-21..12-27'],
  ['mails in late november', 'emails 11-21..11-30'],
  ['deadlines from december 16 to the end of the year', 'deadlines 12-16..12-31'],
  ['deadlines for the rest of december', 'deadlines 12-01..12-31'],
]);

inEachOf('days one after another, or named twice', [
  ['e-mails from 16 to 18 november', 'emails 11-16..11-18'],
  ['mails on nov 9, 10 and 11', 'emails 11-09..11-11'],
  ['which customers wrote on thanksgiving, november 26', 'emails category=customer 11-26..11-26'],
  ['mails from november 15 on', 'emails 11-15..12-01'],
  ['what came since before the weekend', 'emails 11-27..12-01'],
  ['deadlines on friday, oh no, thursday i mean', 'deadlines 12-03..12-03'],
]);

inEachOf('what got done, got done in the past', [
  ['which tasks got done in november', 'tasks dayOf=completed taskStatus=done 11-01..11-30'],
]);
