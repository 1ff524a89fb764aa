/** Milliseconds from sending a question, in a session of its own. */
export interface FirstBytes {
  /** To the first byte of the answer, whatever it says. */
  byteMs: number;
  /** To its first text, after everything was looked up. */
  textMs: number;
}

/** Asks, reads the answer to its end, and tells when it began. */
export async function measureFirstBytes(url: string, message: string): Promise<FirstBytes> {
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
  let byteMs: number | undefined;
  let textMs: number | undefined;
  for await (const chunk of response.body) {
    byteMs ??= performance.now() - startedAtMs;
    received += decoder.decode(chunk, { stream: true });
    // Text is sent as `data: …`; everything else as `data:{…}`.
    if (received.includes('\ndata: ')) textMs ??= performance.now() - startedAtMs;
  }
  if (byteMs === undefined || textMs === undefined) throw new Error(`No answer to: ${message}`);
  return { byteMs, textMs };
}
