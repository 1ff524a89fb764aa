import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellClass, tracksOf } from './table-column.ts';
import { stepOf } from './table-keys.ts';

describe('columns of a table', () => {
  it('share what is left unless told, and never grow with what is in them', () => {
    const columns = [{ width: '8rem' }, {}, { width: '2fr' }];
    assert.equal(tracksOf(columns, { hasRoom: true }), '8rem minmax(0, 1fr) minmax(0, 2fr)');
  });

  it('leave out secondary ones where there is little room', () => {
    const columns = [{ width: '8rem' }, { width: '6rem', isSecondary: true } as const];
    assert.equal(tracksOf(columns, { hasRoom: false }), '8rem');
  });

  it('have the same classes in head and cell', () => {
    assert.equal(cellClass({ width: '6rem' }), undefined);
    assert.equal(
      cellClass({ width: '6rem', align: 'end', isSecondary: true }),
      'number is-secondary',
    );
    assert.equal(cellClass({}), 'is-wide');
  });
});

describe('keys of a table', () => {
  const at = { index: 5, count: 20, pageRows: 8 };
  it('lead nowhere beyond the ends', () => {
    assert.equal(stepOf('ArrowUp', { ...at, index: 0 }), 0);
    assert.equal(stepOf('PageUp', at), 0);
    assert.equal(stepOf('PageDown', { ...at, index: 15 }), 19);
  });

  it('lead a row, a page, to the ends; others are left alone', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'Home', 'End', 'x'];
    assert.deepEqual(
      keys.map((key) => stepOf(key, at)),
      [6, 4, 13, 0, 19, undefined],
    );
  });
});
