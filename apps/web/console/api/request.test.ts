import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { ApiProblem, request, withQuery } from './request.ts';

async function serve(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const unreachable = (error: unknown): boolean =>
  error instanceof ApiProblem && error.status === 0 && /^The server cannot be/.test(error.message);

describe('asking the server', () => {
  it('says that the server cannot be reached when an answer breaks off', async (t) => {
    const url = await serve(t, (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('{"half":');
      setImmediate(() => response.destroy());
    });
    await assert.rejects(request(url), unreachable);
  });

  it('says the same of an answer that is a page of something between', async (t) => {
    const url = await serve(t, (_, response) => response.end('<h1>Sign in to the hotel</h1>'));
    await assert.rejects(request(url), unreachable);
  });

  it('says the same where nobody listens', async () => {
    await assert.rejects(request('http://127.0.0.1:9'), unreachable);
  });

  it('is aborted also while the answer is on its way', async (t) => {
    const abort = new AbortController();
    const url = await serve(t, (_, response) => {
      response.writeHead(200).write('{');
      setImmediate(() => abort.abort());
    });
    await assert.rejects(request(url, { signal: abort.signal }), { name: 'AbortError' });
  });

  it('makes a sentence of what the server refuses with', async (t) => {
    const url = await serve(t, (_, response) => {
      response.writeHead(409).end('{"code":"conflict","detail":"it has ended"}');
    });
    await assert.rejects(request(url), { message: 'It has ended.', status: 409, code: 'conflict' });
  });

  it('leaves out of an address what is not asked for', () => {
    assert.equal(withQuery('/api/tasks', { open: true, q: undefined }), '/api/tasks?open=true');
    assert.equal(withQuery('/api/tasks', {}), '/api/tasks');
    assert.equal(withQuery('/x', { q: 'a b&c' }), '/x?q=a+b%26c');
  });
});
