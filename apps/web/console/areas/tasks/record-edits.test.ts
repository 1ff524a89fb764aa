import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ApiProblem } from '../../api/request.ts';
import { createRecordEdits } from './record-edits.ts';

interface Row {
  id: string;
  updated_at: string;
  who: string;
  what: string;
}
type Fields = Pick<Row, 'who' | 'what'>;

const row: Row = { id: '1', updated_at: 'v1', who: 'Ana', what: 'open' };
const conflict = new ApiProblem('Somebody else has changed it.', { status: 409, code: 'conflict' });

function createServer() {
  const sent: { fields: Partial<Fields>; updatedAt: string }[] = [];
  const answers: PromiseWithResolvers<Row>[] = [];
  const shown: Row[] = [];
  const unsaved: boolean[] = [];
  const unseen: string[] = [];
  const edits = createRecordEdits<Row, Fields>({
    send: (_id, fields, updatedAt) => {
      const answer = Promise.withResolvers<Row>();
      sent.push({ fields, updatedAt });
      answers.push(answer);
      return answer.promise;
    },
    read: async () => ({ ...row, updated_at: 'v9', who: 'Tom' }),
    show: (answer) => shown.push(answer),
    onUnsaved: (_id, isUnsaved) => unsaved.push(isUnsaved),
    onUnseenFailure: (problem) => unseen.push(problem),
  });
  return { edits, sent, answers, shown, unsaved, unseen };
}

describe('a change of a record', () => {
  it('is kept, with the newer record shown, when somebody else was first', async () => {
    const { edits, answers, shown } = createServer();
    const saving = edits.save(row, { who: 'Dana' });
    answers[0]?.reject(conflict);
    await saving;
    assert.equal(edits.of('1')?.phase, 'conflict');
    assert.deepEqual(edits.of('1')?.fields, { who: 'Dana' });
    assert.equal(shown[0]?.who, 'Tom');
  });

  it('is kept with the reason when the server did not take it, and forgotten when dropped', async () => {
    const { edits, answers, unsaved } = createServer();
    const saving = edits.save(row, { who: 'Dana' });
    answers[0]?.reject(
      new ApiProblem('The server cannot be reached.', { status: 0, code: 'offline' }),
    );
    await saving;
    assert.deepEqual(edits.of('1'), {
      fields: { who: 'Dana' },
      phase: 'failed',
      problem: 'The server cannot be reached.',
    });
    assert.equal(unsaved.at(-1), true);
    edits.drop('1');
    assert.equal(edits.of('1'), undefined);
    assert.equal(unsaved.at(-1), false);
  });

  it('is told of aloud when it was not saved and nobody sees where it was made', async () => {
    const { edits, answers, unseen } = createServer();
    const unsubscribe = edits.subscribe(() => {});
    const first = edits.save(row, { who: 'Dana' });
    answers[0]?.reject(conflict);
    await first;
    assert.deepEqual(unseen, []);
    unsubscribe();
    const second = edits.save(row, {});
    answers[1]?.reject(conflict);
    await second;
    assert.deepEqual(unseen, ['Somebody else has changed it.']);
  });

  it('goes out one at a time: what is changed meanwhile follows, with the version of the answer', async () => {
    const { edits, sent, answers, shown } = createServer();
    const saving = edits.save(row, { who: 'Dana' });
    await edits.save(row, { what: 'done' });
    assert.equal(sent.length, 1);
    answers[0]?.resolve({ ...row, who: 'Dana', updated_at: 'v2' });
    while (answers.length < 2) await new Promise(setImmediate);
    assert.deepEqual(sent[1], { fields: { what: 'done' }, updatedAt: 'v2' });
    answers[1]?.resolve({ ...row, who: 'Dana', what: 'done', updated_at: 'v3' });
    await saving;
    assert.equal(edits.of('1'), undefined);
    assert.equal(shown.at(-1)?.updated_at, 'v3');
  });
});
