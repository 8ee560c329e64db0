import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTimes } from './describeTimes.mjs';
import { requestsBetween } from './measureIdle.mjs';

describe('describeTimes', () => {
  it('takes the nearest rank and does not mind the order', () => {
    const times = Array.from({ length: 20 }, (_, i) => 20 - i);

    assert.deepEqual(describeTimes(times), {
      samples: 20,
      p50Ms: 10,
      p95Ms: 19,
      maxMs: 20,
    });
    assert.deepEqual(describeTimes([7]), {
      samples: 1,
      p50Ms: 7,
      p95Ms: 7,
      maxMs: 7,
    });
  });
});

describe('requestsBetween', () => {
  it('counts what was asked in between, without our own question', () => {
    const before = { 'list /a': 3, 'watch /a': 1 };
    const after = {
      'list /a': 3,
      'watch /a': 2,
      'list /b': 1,
      'get /_sandbox/requests': 9,
    };

    assert.deepEqual(requestsBetween(before, after), {
      'watch /a': 1,
      'list /b': 1,
    });
  });
});
