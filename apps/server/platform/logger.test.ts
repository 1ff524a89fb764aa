import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const loggerUrl = new URL('./logger.ts', import.meta.url).href;

/** What a process prints that logs this entry, an object or the source of one. */
function printed(entry: object | string, isPretty: boolean): string {
  const source = typeof entry === 'string' ? entry : JSON.stringify(entry);
  const program = `
    import { createLogger } from ${JSON.stringify(loggerUrl)};
    createLogger({ level: 'info', isPretty: ${isPretty} }).info(${source}, 'hello');
  `;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
  });
}

for (const isPretty of [true, false]) {
  test(`a ${isPretty ? 'readable' : 'JSON'} line never shows a secret`, () => {
    const secret = 'hunter2';
    const line = printed(
      {
        apiKey: secret,
        config: { anthropicApiKey: secret, authSecret: secret, openAi: { apiKey: secret } },
        req: { headers: { authorization: secret, cookie: secret, 'x-api-key': secret } },
        res: { headers: { 'set-cookie': secret } },
        headers: { authorization: `Bearer ${secret}`, 'x-api-key': secret },
        'x-api-key': secret,
        firstAdmin: { password: secret },
        redisUrl: secret,
        notify: { notifyByEmail: { smtpUrl: secret }, webhook: { secret } },
        databaseUrl: secret,
        kept: 'kept',
      },
      isPretty,
    );
    assert.doesNotMatch(line, /hunter2/);
    assert.match(line, /hello/);
    assert.match(line, /kept/);
    assert.equal(line.trimEnd().split('\n').length, 1);
  });

  test(`a ${isPretty ? 'readable' : 'JSON'} line of a database error never shows the row`, () => {
    const error = "Object.assign(new Error('duplicate key'), { detail: 'Key (email)=(hunter2)' })";
    const line = printed(`{ err: ${error} }`, isPretty);
    assert.doesNotMatch(line, /hunter2/);
    assert.match(line, /duplicate key/);
  });
}
