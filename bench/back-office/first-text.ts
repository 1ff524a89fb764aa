/** Milliseconds from sending a question, in a session of its own, to the first text of its answer. */
export async function firstTextMs(url: string, message: string): Promise<number> {
  const startedAtMs = performance.now();
  const response = await fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ message, stream: true }),
  });
  if (response.status !== 200 || response.body === null) {
    throw new Error(`${response.status} ${await response.text()}`);
  }
  const decoder = new TextDecoder();
  let received = '';
  let firstMs: number | undefined;
  for await (const chunk of response.body) {
    received += decoder.decode(chunk, { stream: true });
    // Text is sent as `data: …`; everything else as `data:{…}`.
    if (firstMs === undefined && received.includes('\ndata: ')) {
      firstMs = performance.now() - startedAtMs;
    }
  }
  if (firstMs === undefined) throw new Error(`No answer to: ${message}`);
  return firstMs;
}
