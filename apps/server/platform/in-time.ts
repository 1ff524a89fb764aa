/** What `question` resolves to; null when it rejects or takes longer. Never rejects. */
export async function inTime<Answer>(
  question: Promise<Answer>,
  timeoutMs: number,
): Promise<Answer | null> {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), timeoutMs);
  try {
    return await Promise.race([question, late.promise]);
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}
