import { type ModelRules, modelTable } from '../model-table.ts';
import { invalidRequest, type Refusal } from '../refusal.ts';
import type { ApiVersion } from './check-headers.ts';
import { blocksOf } from './content-blocks.ts';
import type { MessagesRequest } from './request-shape.ts';

/** Whether the model exists on this day and takes every setting of the request. */
export function checkModel(
  request: MessagesRequest,
  { now, version }: { now: Date; version: ApiVersion },
): Refusal | undefined {
  const rules = modelTable.get(request.model);
  if (rules === undefined || isRetired(rules, now)) {
    return { status: 404, type: 'not_found_error', message: `model: ${request.model}` };
  }
  return (
    checkSampling(request, rules.sampling && version === '2023-06-01') ??
    checkThinkingMode(request, rules) ??
    checkToolChoice(request, rules) ??
    checkPrefill(request, rules)
  );
}

function isRetired(rules: ModelRules, now: Date): boolean {
  return rules.retiredOn !== undefined && now >= new Date(`${rules.retiredOn}T00:00:00Z`);
}

function checkSampling(request: MessagesRequest, isAllowed: boolean): Refusal | undefined {
  for (const name of ['temperature', 'top_p', 'top_k'] as const) {
    if (request[name] !== undefined && !isAllowed) {
      return invalidRequest(`${name}: not supported by this model in this API version`);
    }
  }
  if (request.temperature !== undefined && request.top_p !== undefined) {
    return invalidRequest('temperature and top_p cannot both be specified for this model');
  }
  if (request.thinking?.type === 'enabled' && (request.temperature ?? 1) !== 1) {
    return invalidRequest('temperature: may only be 1 when thinking is enabled');
  }
  return undefined;
}

function checkThinkingMode(request: MessagesRequest, rules: ModelRules): Refusal | undefined {
  const { thinking, output_config: output } = request;
  const effort = output?.effort ?? undefined;
  if (effort !== undefined && !rules.effort) {
    return invalidRequest('output_config.effort: not supported by this model');
  }
  if (thinking === undefined) return undefined;
  if (!rules.thinking.includes(thinking.type)) {
    return invalidRequest(`thinking.type: "${thinking.type}" is not supported by this model`);
  }
  if (thinking.type === 'between_tools' && (effort === 'xhigh' || effort === 'max')) {
    return invalidRequest(`output_config.effort: "${effort}" is not allowed with between_tools`);
  }
  if (thinking.type === 'enabled' && thinking.budget_tokens >= request.max_tokens) {
    return invalidRequest('thinking.budget_tokens: should be less than max_tokens');
  }
  return undefined;
}

function checkToolChoice(request: MessagesRequest, rules: ModelRules): Refusal | undefined {
  const choice = request.tool_choice;
  if (choice === undefined) return undefined;
  if (!request.tools?.length) {
    return invalidRequest('tool_choice: may only be specified while providing tools');
  }
  if (choice.type !== 'any' && choice.type !== 'tool') return undefined;
  if (!rules.forcedTools || request.thinking?.type === 'enabled') {
    return invalidRequest(`tool_choice.type: "${choice.type}" is not supported by this model`);
  }
  const isKnown = choice.type === 'any' || request.tools.some(({ name }) => name === choice.name);
  return isKnown
    ? undefined
    : invalidRequest(`tool_choice.name: tool "${choice.name}" not found in provided tools`);
}

function checkPrefill(request: MessagesRequest, rules: ModelRules): Refusal | undefined {
  const last = request.messages.at(-1);
  if (last?.role !== 'assistant') return undefined;
  if (!rules.prefill || request.thinking?.type === 'enabled') {
    return invalidRequest(
      'This model does not support assistant message prefill. The conversation must end with a user message.',
    );
  }
  const block = blocksOf(last).at(-1);
  return block?.type === 'text' && block.text !== block.text.trimEnd()
    ? invalidRequest('messages: final assistant content cannot end with trailing whitespace')
    : undefined;
}
