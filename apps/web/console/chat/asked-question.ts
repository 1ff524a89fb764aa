/** A question from beside a record, until the chat takes it: its code may not be there yet. */
let waiting: string | undefined;
const listeners = new Set<() => void>();

export function putQuestion(question: string): void {
  waiting = question;
  for (const listener of listeners) listener();
}

/** The question that waits, once. */
export function takeQuestion(): string | undefined {
  const question = waiting;
  waiting = undefined;
  return question;
}

/** Calls `listener` whenever a question is put; the returned function ends it. */
export function onQuestion(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
