import { inEachOf } from './test-goals.ts';

// Kinds of wording that mean what the rules know by another name, in words that no rule was written
// for alone. Tuesday, December 1, 2026, 10 AM in New York.

inEachOf('what a list is not about is left out', [
  ["not the tasks, I want this week's deadlines", 'deadlines 11-30..12-06'],
  ["I don't want the mails, I want the tasks", 'tasks'],
  ['deadlines, not tasks, for this week', 'deadlines 11-30..12-06'],
  ['forget the mails, show me what failed', 'executions status=failed'],
  [
    'not the newsletters. just the customers, last three days',
    'emails category=customer 11-29..12-01',
  ],
  ['mails without attachments', 'emails hasAttachments=false'],
  ['mails yesterday... no wait, the day before', 'emails 11-29..11-29'],
]);

inEachOf('days that stand apart are those of the question', [
  ['Two days ago, how many mails were there?', 'emails 11-29..11-29'],
  ['tomorrow: what is due?', 'tasks 12-02..12-02 + deadlines 12-02..12-02'],
  [
    'compare today with yesterday, how many mails each day',
    'emails 12-01..12-01 + emails 11-30..11-30',
  ],
  ['was yesterday busier than sunday', 'emails 11-30..11-30 + emails 11-29..11-29'],
  ['mails from the thanksgiving weekend', 'emails 11-26..11-29'],
  ['what came in overnight', 'emails 11-30..12-01'],
  ["which of November's emails came with an attachment?", 'emails hasAttachments 11-01..11-30'],
]);

inEachOf('what somebody tells of themselves asks for nothing', [
  ["Morning! Just got in, coffee in hand. What's burning?", 'attention'],
  ['Hey team, Maria here. Long night. Which tasks are due today?', 'tasks 12-01..12-01'],
  ['got a landlord on the other line, whats in the diary for tomorrow', 'deadlines 12-02..12-02'],
  [
    'our accountant wants to know what is due tomorrow',
    'tasks 12-02..12-02 + deadlines 12-02..12-02',
  ],
]);

inEachOf('work of people is asked for without the word task', [
  ['does priya still have things to do', 'tasks assignee=Priya'],
  ['Do Jo and Luis have anything assigned to them?', 'tasks assignee=Jo + tasks assignee=Luis'],
  ["anything for Tom that's late?", 'tasks assignee=Tom isOverdue'],
  ['everything Maria has, finished or not', 'tasks assignee=Maria taskStatus=all'],
  ['stuff Tom should have finished by now', 'tasks assignee=Tom isOverdue'],
  ["hows priya's list looking", 'tasks assignee=Priya'],
  ['do we have anything urgent', 'attention'],
  ['do the agents have any errors', 'agents aspect=errors'],
]);

inEachOf('other names of lists and states', [
  ['what is your advice on where to begin today', 'attention'],
  ["what's the nastiest thing on the desk", 'attention'],
  ['did the db go down or smth?', 'health'],
  ['are the machines behaving', 'health'],
  ['give me the day in three sentences, please', 'summary'],
  ['which dates did we miss', 'deadlines isOverdue'],
  ['anything urgent whose date has already gone by?', 'tasks isOverdue priority=urgent'],
  ['tasks for today, most urgent on top', 'tasks 12-01..12-01'],
  ["what's waiting for a thumbs up from us", 'reviews'],
  ['what have we approved so far', 'reviews reviewStatus=approved'],
  ['which mails could the machine not read?', 'emails status=failed'],
  ['how many went through fine yesterday', 'executions status=completed 11-30..11-30'],
  ['to-dos that popped up yesterday', 'tasks dayOf=created taskStatus=all 11-30..11-30'],
  ['how did all five do over the past week?', 'agents 11-25..12-01'],
  [
    'compare boxright and harbor van leasing',
    'vendors vendor=boxright + vendors vendor=harbor van leasing',
  ],
  ['can we still rely on boxright?', 'vendors vendor=boxright'],
]);

inEachOf('who says something about something', [
  [
    "what did dana say about the hendersons' refund?",
    'find sentBy=dana words=dana hendersons refund',
  ],
  ['what did dana write on sunday', 'find sentBy=dana words=dana 11-29..11-29'],
  ['who takes care of the extinguisher records?', 'find facet=assignee words=extinguisher records'],
]);

inEachOf('wishes in roundabout words are not fulfilled', [
  ["shoot evelyn a quick text that we're on it", 'read_only_mail'],
  ['give sandra a ring and apologise', 'read_only_mail'],
  ['hand the extinguisher job over to priya', 'read_only_task'],
  ['would you mind moving the training to friday', 'read_only_task'],
  ['no more mails from print & flyer please', 'read_only'],
  ['give me admin rights', 'read_only'],
  ['undo the rejection', 'read_only'],
  ['be a sweetheart and let amelia stone know we can do it', 'read_only_mail'],
]);

inEachOf('talk asks for nothing', [
  ['good morning deskbell :)', 'greeting'],
  ['am I talking to a person?', 'identity'],
  ['never mind, figured it out', 'declined'],
  ['wrong chat sorry', 'declined'],
  ["you're very helpful, young man", 'thanks'],
  ['write me a limerick about vans', 'off_topic'],
  ['what does maria make a month', 'off_topic'],
]);
