import type { Risk } from '../../routing/action.ts';
import type { AgentInputs, AgentResult } from '../agent.ts';
import type { ContextFindings } from '../findings.ts';
import { describeHistory, describeMail } from './describe-context.ts';
import { missingAgents } from './missing-agents.ts';
import { findRiskFactors, type RiskFactor } from './risk-factors.ts';

const levels: readonly Risk[] = ['low', 'medium', 'high', 'critical'];
const MOST_FACTORS = 20;
const MOST_RECOMMENDATIONS = 10;

/**
 * Puts together what the other agents found and what is known of the sender. Comes to a result
 * whatever others failed. The risk is that of the weightiest factor.
 */
export function runContextRules(input: AgentInputs['context']): AgentResult<ContextFindings> {
  const factors = findRiskFactors(input)
    .sort((a, b) => levels.indexOf(b.level) - levels.indexOf(a.level))
    .slice(0, MOST_FACTORS);
  const risk = factors[0]?.level ?? 'low';
  const { vendor } = input.history;
  const findings: ContextFindings = {
    synthesis: describeMail(input, { risk, factors }),
    historical_pattern: describeHistory(input),
    vendor_reliability:
      vendor === null
        ? null
        : {
            vendor: vendor.name.slice(0, 200).toWellFormed(),
            n: vendor.reliability.n,
            score: vendor.reliability.score,
            rating: vendor.reliability.rating,
          },
    recommendations: recommendationsOf(factors),
    risk,
    risk_factors: factors.map(({ factor, detail }) => ({ factor, detail: detail.slice(0, 300) })),
  };
  return {
    findings,
    confidence: confidenceOf(input),
    nextActions: risk === 'high' || risk === 'critical' ? ['human_review'] : [],
    evidence: factors.flatMap(({ evidence }, index) =>
      evidence === null ? [] : [{ finding: `risk_factors[${index}]`, ...evidence }],
    ),
  };
}

function recommendationsOf(factors: readonly RiskFactor[]): string[] {
  const all = factors.flatMap(({ recommendation }) => recommendation ?? []);
  return [...new Set(all)].slice(0, MOST_RECOMMENDATIONS);
}

/** Sure when everybody else came to a result: what is put together cannot be surer than its parts. */
function confidenceOf(input: AgentInputs['context']): number {
  const missing = missingAgents(input);
  if (missing.includes('triage')) return 0.6;
  return missing.length > 0 ? 0.8 : 0.95;
}
