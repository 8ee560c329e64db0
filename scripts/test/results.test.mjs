import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createReport } from './createReport.mjs';
import { readJestResult } from './readJestResult.mjs';
import { readTapResult } from './readTapResult.mjs';

describe('createReport', () => {
  const reportOf = async results => {
    const lines = [];
    const codes = [];
    const report = createReport({
      print: line => lines.push(line),
      exit: code => codes.push(code),
    });
    for (const run of results) {
      await report.run({ name: 'stage', run });
    }
    report.finish();
    return { text: lines.join('\n'), last: lines.at(-1), code: codes[0] };
  };

  it('ends with the sum, and fails when one stage failed', async () => {
    const good = async () => ({ passed: 3, failed: 0, skipped: 0, output: '' });
    const bad = async () => ({
      passed: 1,
      failed: 2,
      skipped: 1,
      output: 'why',
    });

    assert.deepEqual(
      [await reportOf([good]), await reportOf([good, bad])].map(
        ({ last, code }) => [last, code],
      ),
      [
        ['3 passed, 0 failed', 0],
        ['4 passed, 2 failed, 1 skipped', 1],
      ],
    );
    assert.match((await reportOf([bad])).text, /^ {4}why$/m);
  });

  it('counts a stage that throws as failed', async () => {
    const report = await reportOf([() => Promise.reject(new Error('broken'))]);

    assert.equal(report.last, '0 passed, 1 failed');
    assert.match(report.text, /broken/);
  });
});

describe('readJestResult', () => {
  const json = {
    numPassedTests: 2,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: 'expected 1, received 2',
        assertionResults: [
          { status: 'failed', fullName: 'a fails' },
          { status: 'pending', fullName: 'a waits' },
        ],
      },
      {
        name: 'b.test.ts',
        status: 'failed',
        message: 'Cannot find module',
        assertionResults: [],
      },
    ],
  };

  it('counts a file that does not load as one failure and names what was skipped', () => {
    const result = readJestResult(json);

    assert.deepEqual([result.passed, result.failed, result.skipped], [2, 2, 1]);
    assert.match(
      result.output,
      /expected 1.*Cannot find module.*skipped: a waits/s,
    );
  });
});

describe('readTapResult', () => {
  it('reads the counts', () => {
    const tap = '# pass 4\n# fail 1\n# cancelled 1\n# skipped 2\n# todo 0\n';
    const { passed, failed, skipped } = readTapResult(tap);

    assert.deepEqual([passed, failed, skipped], [4, 2, 2]);
  });

  it('does not take silence for success', () => {
    assert.equal(readTapResult('SyntaxError').failed, 1);
  });
});
