const TIMEOUT_MS = 2_000;

/** Whether `question` resolves within two seconds. Never rejects. */
export async function isAnswering(question: Promise<unknown>): Promise<boolean> {
  const late = Promise.withResolvers<false>();
  const timer = setTimeout(() => late.resolve(false), TIMEOUT_MS);
  const asked = question.then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([asked, late.promise]);
  clearTimeout(timer);
  return answer;
}
