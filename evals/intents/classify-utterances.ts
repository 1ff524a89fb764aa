import { createRetriever } from '@deskbell/clerk';

/** A sentence and the intent somebody gave it. */
export interface Utterance {
  text: string;
  intent: string;
}

export interface Classified {
  utterance: Utterance;
  /** Undefined: nothing reaches the clerk's threshold. */
  found: string | undefined;
}

export interface Classification {
  classified: Classified[];
  /** CPU time, of this process alone while it runs. */
  buildMs: number;
  perQuestionMs: number;
}

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Gives sentences the intents the clerk's retrieval finds, with `train` as its phrasings. */
export function classifyUtterances(
  train: readonly Utterance[],
  asked: readonly Utterance[],
): Classification {
  const phrasings = new Map<string, string[]>();
  for (const { text, intent } of train) {
    const known = phrasings.get(intent);
    if (known === undefined) phrasings.set(intent, [text]);
    else known.push(text);
  }
  const startedAtMs = cpuMs();
  const retriever = createRetriever(
    [...phrasings].map(([name, all]) => ({ name, phrasings: all })),
  );
  const builtAtMs = cpuMs();
  const classified = asked.map((utterance) => ({
    utterance,
    found: retriever.search(utterance.text)[0]?.name,
  }));
  return {
    classified,
    buildMs: builtAtMs - startedAtMs,
    perQuestionMs: (cpuMs() - builtAtMs) / asked.length,
  };
}
