import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readImapAddress } from './imap-address.ts';

describe('readImapAddress', () => {
  it('refuses what is no mailbox, without showing it', () => {
    for (const url of ['', 'x', 'http://u:p@h', 'imaps://host/INBOX', 'imap://:geheim@h']) {
      assert.throws(
        () => readImapAddress(url),
        (error: Error) =>
          /imaps:\/\/user:password/.test(error.message) && !/geheim/.test(error.message),
      );
    }
  });

  it('knows the usual ports, the usual folder and encoded parts', () => {
    assert.deepEqual(readImapAddress('imaps://ann%40hotel.example:p%2Fw%25@mail.example'), {
      host: 'mail.example',
      port: 993,
      isEncrypted: true,
      user: 'ann@hotel.example',
      password: 'p/w%',
      folder: 'INBOX',
      name: 'imap:ann@hotel.example@mail.example/INBOX',
    });
    const plain = readImapAddress('imap://ann:50%@[::1]:1143/Desk%20%26%20B%C3%BCro/New');
    assert.deepEqual(
      [plain.host, plain.port, plain.isEncrypted, plain.password, plain.folder],
      ['::1', 1143, false, '50%', 'Desk & Büro/New'],
    );
  });
});
