import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { unpacksWithin } from './unpacked-size.ts';

const limits = { totalBytes: 1_000_000, streamBytes: 2_000_000 };

const pdfOf = (...streams: [data: Buffer, keys: string][]): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...streams.flatMap(([data, keys], index) => [
      Buffer.from(`${index + 1} 0 obj\n<< ${keys} >>\nstream\n`),
      data,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  ]);

const packed = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes, 32));

test('streams over a limit are refused, alone or together', () => {
  assert.equal(unpacksWithin(pdfOf([packed(2_100_000), '/Filter /FlateDecode']), limits), false);
  const half: [Buffer, string] = [packed(600_000), '/Filter /FlateDecode'];
  assert.equal(unpacksWithin(pdfOf(half), limits), true);
  assert.equal(unpacksWithin(pdfOf(half, half), limits), false);
});

test('one packing within another is seen through', () => {
  const twice = deflateSync(packed(3_000_000));
  assert.equal(unpacksWithin(pdfOf([twice, '/Filter [/FlateDecode /FlateDecode]']), limits), false);
});

test('a packing behind letters is seen through', () => {
  const hex = Buffer.from(packed(3_000_000).toString('hex'));
  const keys = '/Filter [/ASCIIHexDecode /FlateDecode]';
  assert.equal(unpacksWithin(pdfOf([hex, keys]), limits), false);
});

test('a name that hides behind escapes does not hide the stream', () => {
  assert.equal(unpacksWithin(pdfOf([packed(3_000_000), '/Filter /Fl#61teDecode']), limits), false);
  const unknown = Buffer.alloc(10_000, 0x80);
  assert.equal(unpacksWithin(pdfOf([unknown, '/Filter /L#5aWDecode']), limits), false);
  assert.equal(unpacksWithin(pdfOf([unknown, '/Filter 9 0 R']), limits), false);
});

test('pictures stay packed and count only by themselves', () => {
  const picture: [Buffer, string] = [packed(1_500_000), '/Subtype /Image /Filter /FlateDecode'];
  assert.equal(unpacksWithin(pdfOf(picture, picture), limits), true);
  const huge: [Buffer, string] = [packed(2_500_000), '/Subtype /Image /Filter /FlateDecode'];
  assert.equal(unpacksWithin(pdfOf(huge), limits), false);
});

test('states saved within each other without end are refused, pairs are not', () => {
  const nested = deflateSync(Buffer.from('q '.repeat(5_000) + 'Q '.repeat(5_000)));
  const pairs = deflateSync(Buffer.from('q Q '.repeat(50_000)));
  assert.equal(unpacksWithin(pdfOf([nested, '/Filter /FlateDecode']), limits), false);
  assert.equal(unpacksWithin(pdfOf([pairs, '/Filter /FlateDecode']), limits), true);
});

test('a stream without an end, or nothing at all, is read as far as it goes', () => {
  assert.equal(unpacksWithin(Buffer.from('1 0 obj << >> stream\n'), limits), true);
  assert.equal(unpacksWithin(new Uint8Array(), limits), true);
});
