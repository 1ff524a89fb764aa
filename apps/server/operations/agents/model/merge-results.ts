import type { AgentInputs, AgentResult, FindingsByAgent } from '../agent.ts';
import type { ContextFindings, VisionFindings } from '../findings.ts';
import { createGrounds, keepGrounded } from '../grounding.ts';
import type { ModelAnswers } from './answer-schemas.ts';
import { isSame } from './compare-findings.ts';
import { namesNewFigures } from './new-figures.ts';

/** Where rules and model differ nobody is surer than this: under every sensible review threshold. */
const DISPUTED_CONFIDENCE = 0.6;

const riskOrder = ['low', 'medium', 'high', 'critical'] as const;

export interface Merged<Name extends keyof FindingsByAgent> {
  result: AgentResult<FindingsByAgent[Name]>;
  isDisputed: boolean;
}

/**
 * The model's words over the rules' figures. A model can make a mail more suspect, never less:
 * warnings, phishing, wrong sums and risk of the rules stay, and agreement does not raise the rules'
 * confidence, so nothing runs by itself that the rules alone would have held back. A task or deadline
 * in which the model names a number or an address that the mail does not have is disputed too.
 */
export function mergeResults<Name extends keyof FindingsByAgent>(
  agent: Name,
  options: {
    rules: AgentResult<FindingsByAgent[Name]>;
    answer: ModelAnswers[Name];
    input: AgentInputs[Name];
    /** How many the model was shown. */
    pictures: number;
  },
): Merged<Name> {
  const { rules, answer, input, pictures } = options;
  const merged = (mergers[agent] as Merger<Name>)(rules, answer, input, pictures);
  const isDisputed =
    !isSame[agent](rules.findings, merged.findings) ||
    isWordedAnew(agent, merged.findings, options);
  const confidence = isDisputed
    ? Math.min(rules.confidence, DISPUTED_CONFIDENCE)
    : rules.confidence;
  return {
    result: { ...merged, confidence, nextActions: rules.nextActions },
    isDisputed,
  };
}

/** Whether a task or a deadline of the model names figures that nobody gave it. */
function isWordedAnew<Name extends keyof FindingsByAgent>(
  agent: Name,
  findings: FindingsByAgent[Name],
  { rules, input }: { rules: AgentResult<FindingsByAgent[Name]>; input: AgentInputs[Name] },
): boolean {
  if (agent !== 'task' && agent !== 'deadline') return false;
  const { vision } = input as AgentInputs['deadline'];
  const known = `${JSON.stringify(rules.findings)}\n${vision?.extracted_text ?? ''}`;
  const worded = findings as FindingsByAgent['task' | 'deadline'];
  return namesNewFigures(worded, { email: input.email, known });
}

type Merger<Name extends keyof FindingsByAgent> = (
  rules: AgentResult<FindingsByAgent[Name]>,
  answer: ModelAnswers[Name],
  input: AgentInputs[Name],
  pictures: number,
) => Pick<AgentResult<FindingsByAgent[Name]>, 'findings' | 'evidence'>;

const mergers: { [Name in keyof FindingsByAgent]: Merger<Name> } = {
  triage: (rules, answer, { email }) => {
    const { findings, evidence } = keepGrounded('triage', answer, createGrounds(email));
    const known = new Set(rules.findings.warnings.map(({ kind }) => kind));
    const more = findings.warnings.filter(({ kind }) => !known.has(kind));
    return {
      findings: {
        ...findings,
        urgency: Math.max(rules.findings.urgency, findings.urgency),
        type: rules.findings.type === 'phishing' ? 'phishing' : findings.type,
        requires_vision: rules.findings.requires_vision || findings.requires_vision,
        has_deadline: rules.findings.has_deadline || findings.has_deadline,
        warnings: [...rules.findings.warnings, ...more].slice(0, 12),
      },
      evidence: [...rules.evidence, ...evidence],
    };
  },

  vision: (rules, answer, _input, pictures) => ({
    findings: mergeVision(rules.findings, answer, pictures),
    evidence: rules.evidence,
  }),

  deadline: (_rules, answer, { email, vision, settings }) => {
    const kept = keepGrounded('deadline', answer, createGrounds(email, vision?.extracted_text));
    const deadlines = kept.findings.deadlines.map((deadline) => ({
      ...deadline,
      timezone: settings.timezone,
    }));
    return { findings: { ...kept.findings, deadlines }, evidence: kept.evidence };
  },

  task: (_rules, answer, { email, settings }) => {
    const grounds = createGrounds(email);
    const kept = keepGrounded('task', answer, grounds);
    const tasks = kept.findings.tasks.map((task) => ({
      ...task,
      assignee: isKnownAssignee(task.assignee) ? task.assignee : null,
    }));
    return { findings: { tasks }, evidence: kept.evidence };

    function isKnownAssignee(assignee: string | null): boolean {
      if (assignee === null) return true;
      const { staffNames } = settings;
      return staffNames.length > 0
        ? staffNames.includes(assignee)
        : grounds.find(assignee) !== null;
    }
  },

  context: (rules, answer) => ({
    findings: mergeContext(rules.findings, answer),
    evidence: rules.evidence,
  }),
};

function mergeVision(
  rules: VisionFindings,
  answer: ModelAnswers['vision'],
  pictures: number,
): VisionFindings {
  // The invoice's own data in the file outranks anybody's reading of it.
  const isExact = rules.invoice_data?.source === 'embedded_xml';
  const invoice = answer.invoice_data;
  return {
    ...rules,
    extracted_text: [rules.extracted_text, answer.image_text]
      .filter((text) => text !== '')
      .join('\n\n')
      .slice(0, 20_000)
      .toWellFormed(),
    invoice_data:
      isExact || invoice === null
        ? rules.invoice_data
        : {
            ...invoice,
            arithmetic_ok: rules.invoice_data?.arithmetic_ok === false ? false : addsUp(invoice),
            duplicate_of: null,
            source: 'model',
          },
    receipt_data: answer.receipt_data ?? rules.receipt_data,
    images_processed: pictures,
    attachments: rules.attachments.map((attachment) =>
      // The rules' note says that somebody has to look at it.
      attachment.kind === 'image' && pictures > 0 ? { ...attachment, note: null } : attachment,
    ),
  };
}

function addsUp(invoice: NonNullable<ModelAnswers['vision']['invoice_data']>): boolean | null {
  const { net_cents: net, tax_cents: tax, total_cents: total } = invoice;
  return net === null || tax === null || total === null ? null : net + tax === total;
}

function mergeContext(rules: ContextFindings, answer: ModelAnswers['context']): ContextFindings {
  const known = new Set(rules.risk_factors.map(({ factor }) => factor));
  return {
    synthesis: answer.synthesis,
    historical_pattern: answer.historical_pattern,
    vendor_reliability: rules.vendor_reliability,
    recommendations: answer.recommendations,
    risk: riskOrder.indexOf(answer.risk) > riskOrder.indexOf(rules.risk) ? answer.risk : rules.risk,
    risk_factors: [
      ...rules.risk_factors,
      ...answer.risk_factors.filter(({ factor }) => !known.has(factor)),
    ].slice(0, 20),
  };
}
