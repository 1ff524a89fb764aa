import { textOf } from '../../mail/email.ts';
import type { AgentInputs, AgentResult, Evidence } from '../agent.ts';
import type { TriageFindings } from '../findings.ts';
import { cutText } from '../text/cut-text.ts';
import { chooseCategory } from './choose-category.ts';
import { hasDeadlineCue } from './deadline-cue.ts';
import { readSentences, subjectOf } from './mail-parts.ts';
import { type MailStructure, readStructure } from './mail-structure.ts';
import { rateUrgency } from './rate-urgency.ts';
import { warnOfAuthentication } from './warnings/authentication.ts';
import { warnOfBankDetails } from './warnings/bank-details.ts';
import { warnOfHiddenText } from './warnings/hidden-text.ts';
import { warnOfLookalike } from './warnings/lookalike.ts';
import { warnOfReplyTo } from './warnings/reply-to.ts';
import { warnOfSoftwareInstructions } from './warnings/software-instructions.ts';
import type { Warning } from './warnings/warning.ts';
import { isWorthReading } from './worth-reading.ts';

/**
 * What a mail is, how pressing, and whether something about it is wrong. What the header says goes
 * before words; words count in the subject and in what the sender wrote now. An authority (a county,
 * a fire marshal) counts as a vendor: an organisation the business deals with.
 */
export function runTriageRules({
  email,
  settings,
}: AgentInputs['triage']): AgentResult<TriageFindings> {
  const structure = readStructure(email, settings);
  const sentences = readSentences(email);
  const attachmentNames = email.attachments.map(({ filename }) => filename);
  const choice = chooseCategory({
    sentences,
    structure,
    attachmentNames,
    isStaffName: isStaffName(email.envelope.from.name, settings.staffNames),
  });
  const warnings = findWarnings({ email, settings }, structure, choice.type);
  const isSwindle = isLikelySwindle(warnings, choice.type);
  const type = isSwindle ? 'phishing' : choice.type;
  const rating = rateUrgency(sentences, { type, category: choice.category });
  const isMachine =
    choice.type === 'bounce' || choice.type === 'auto_reply' || choice.type === 'newsletter';

  const evidence: Evidence[] = [];
  if (choice.quote) evidence.push(evidenceOf('type', choice.quote));
  if (rating.quote) evidence.push(evidenceOf('urgency', rating.quote));
  return {
    findings: {
      category: choice.category,
      urgency: rating.urgency,
      type,
      requires_vision: !isMachine && email.attachments.some(isWorthReading),
      has_deadline: hasDeadlineCue(sentences),
      reasons: [...structure.reasons, ...choice.reasons, ...rating.reasons]
        .slice(0, 12)
        .map((reason) => cutText(reason, 200)),
      warnings: warnings.slice(0, 12),
    },
    confidence: Number(trusted(choice.confidence, warnings, structure).toFixed(3)),
    nextActions: nextActionsOf(type, rating.urgency, warnings),
    evidence,
  };
}

function findWarnings(
  { email, settings }: AgentInputs['triage'],
  structure: MailStructure,
  type: TriageFindings['type'],
): Warning[] {
  // Only what became a newsletter for good: its mail leads to no action.
  const isList = type === 'newsletter';
  const subject = subjectOf(email);
  const written = textOf(email, ['new', 'forwarded']);
  const lines = [subject, ...written.slice(0, 50_000).split(/(?<=[.!?])\s|\n/)].slice(0, 2_000);
  const attachmentNames = email.attachments.map(({ filename }) => filename);
  // A swindler can write "unsubscribe" as well: being a list excuses nothing here.
  const bank = warnOfBankDetails(lines, attachmentNames);
  const isAboutMoney = bank.length > 0 || type === 'invoice' || type === 'payment';
  const { hiddenText, envelope } = email;
  return [
    ...bank,
    ...warnOfReplyTo(email, {
      settings,
      isList: isList && bank.length === 0,
      isForm: structure.isForm,
      isAboutMoney,
    }),
    ...warnOfLookalike(envelope.from, settings, isList),
    ...warnOfHiddenText(hiddenText, isList),
    ...warnOfSoftwareInstructions([
      envelope.subject,
      ...email.segments.map(({ text }) => text),
      ...hiddenText.examples,
      ...attachmentNames,
    ]),
    ...warnOfAuthentication(email, structure.isOwn),
  ];
}

/** New bank details from somebody who is not who he seems. */
function isLikelySwindle(warnings: readonly Warning[], type: TriageFindings['type']): boolean {
  const kinds = new Set(warnings.map(({ kind }) => kind));
  const isDisguised =
    kinds.has('lookalike_domain') ||
    kinds.has('failed_authentication') ||
    kinds.has('reply_to_mismatch');
  return type === 'phishing' || (kinds.has('changed_bank_details') && isDisguised);
}

/** An address that did not pass its check says nothing about who writes. */
function trusted(
  confidence: number,
  warnings: readonly Warning[],
  { isOwn }: MailStructure,
): number {
  const isForged = warnings.some(({ kind }) => kind === 'failed_authentication');
  return isForged && isOwn ? Math.min(confidence, 0.5) : confidence;
}

function nextActionsOf(
  type: TriageFindings['type'],
  urgency: number,
  warnings: readonly Warning[],
): string[] {
  if (warnings.length > 0 || type === 'phishing') return ['human_review'];
  return urgency >= 70 ? ['send_notification'] : [];
}

function evidenceOf(
  finding: string,
  { text, where }: { text: string; where: 'subject' | 'body' },
): Evidence {
  return { finding, quote: cutText(text, 300), where };
}

function isStaffName(name: string, staffNames: readonly string[]): boolean {
  const words = name.toLowerCase().split(/[\s,]+/);
  return staffNames.some((staff) =>
    staff
      .toLowerCase()
      .split(/\s+/)
      .every((part) => words.includes(part)),
  );
}
