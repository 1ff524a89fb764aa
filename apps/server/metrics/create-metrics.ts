import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BookingObserver } from '../bookings/booking-observer.ts';
import type { CallObserver } from '../budget/with-daily-budget.ts';
import type { TurnObserver } from '../chat/turn-observer.ts';
import type { GroundingObserver } from '../desks/grounding/grounding-observer.ts';

/** What this process counts for Prometheus. The values of labels are named by code and settings. */
export interface Metrics extends TurnObserver, CallObserver, BookingObserver, GroundingObserver {
  readonly registry: Registry;
}

const FIRST_TOKEN_SECONDS = [0.05, 0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30];
const TURN_SECONDS = [0.1, 0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];

/** Node's own measurements are among them: event loop, memory, CPU. Made once in a process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const turns = new Counter({
    name: 'deskbell_turns_total',
    help: 'Turns that ended, by desk, outcome, and whether the first model in line answered.',
    labelNames: ['desk', 'outcome', 'degraded'],
    registers,
  });
  const running = new Gauge({
    name: 'deskbell_turns_running',
    help: 'Turns that this process runs now.',
    labelNames: ['desk'],
    registers,
  });
  const firstToken = new Histogram({
    name: 'deskbell_first_token_seconds',
    help: 'From the acceptance of a turn to its first text.',
    labelNames: ['desk'],
    buckets: FIRST_TOKEN_SECONDS,
    registers,
  });
  const duration = new Histogram({
    name: 'deskbell_turn_seconds',
    help: 'From the acceptance of a turn to its end.',
    labelNames: ['desk'],
    buckets: TURN_SECONDS,
    registers,
  });
  const tools = new Counter({
    name: 'deskbell_tool_calls_total',
    help: 'Tool calls by outcome: worked, refused (the model asked for something else), failed (a fault of ours).',
    labelNames: ['tool', 'outcome'],
    registers,
  });
  const calls = new Counter({
    name: 'deskbell_model_calls_total',
    help: 'Calls to language models that were answered, at least in part.',
    labelNames: ['model'],
    registers,
  });
  const failures = new Counter({
    name: 'deskbell_model_failures_total',
    help: 'Calls to language models that failed.',
    labelNames: ['model', 'code'],
    registers,
  });
  const tokens = new Counter({
    name: 'deskbell_model_tokens_total',
    help: 'Tokens by kind: input, cache_read, cache_write, output.',
    labelNames: ['model', 'kind'],
    registers,
  });
  const cost = new Counter({
    name: 'deskbell_model_cost_usd_total',
    help: 'What calls to language models cost; those of an unknown price cost nothing here.',
    labelNames: ['model'],
    registers,
  });
  const bookings = new Counter({
    name: 'deskbell_bookings_total',
    help: 'Bookings made on the website; repeated requests do not count.',
    labelNames: ['service_type'],
    registers,
  });
  const unfounded = new Counter({
    name: 'deskbell_unfounded_claims_total',
    help: 'Sentences of language models that were replaced because nothing said so, by kind of claim.',
    labelNames: ['desk', 'kind'],
    registers,
  });

  return {
    registry,
    onTurnStarted: (desk) => running.inc({ desk }),
    onTurnEnded: ({ desk, outcome, degraded, durationMs, firstTokenMs, toolCalls }) => {
      running.dec({ desk });
      turns.inc({ desk, outcome, degraded: String(degraded) });
      duration.observe({ desk }, durationMs / 1000);
      if (firstTokenMs !== undefined) firstToken.observe({ desk }, firstTokenMs / 1000);
      for (const toolCall of toolCalls)
        tools.inc({ tool: toolCall.tool, outcome: toolCall.outcome });
    },
    onModelCall: ({ model, usage, costNanoUsd }) => {
      calls.inc({ model });
      const counts = {
        input: usage.inputTokens,
        cache_read: usage.cacheReadTokens,
        cache_write: usage.cacheWriteTokens,
        output: usage.outputTokens,
      };
      for (const [kind, count] of Object.entries(counts)) {
        // A counter refuses what is no number, and what a provider counts is not ours.
        if (count > 0) tokens.inc({ model, kind }, count);
      }
      if (costNanoUsd !== null && costNanoUsd > 0) cost.inc({ model }, costNanoUsd / 1e9);
    },
    onModelFailure: ({ model, code }) => failures.inc({ model, code }),
    onUnfoundedClaim: ({ desk, kind }) => unfounded.inc({ desk, kind }),
    onBookingMade: ({ serviceType }) => bookings.inc({ service_type: serviceType }),
  };
}
