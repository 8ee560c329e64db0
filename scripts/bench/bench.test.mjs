import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeTimes } from './describeTimes.mjs';
import { perChange, pickEvenly } from './measureChanges.mjs';
import { describeChunks, findInitial, readSources } from './measureChunks.mjs';
import { busiest, requestsBetween } from './measureIdle.mjs';
import { topicOf } from './openHints.mjs';
import { readSizes } from './readSizes.mjs';
import { summariseSizes } from './summariseSizes.mjs';

describe('describeTimes', () => {
  it('takes the nearest rank and does not mind the order', () => {
    const times = Array.from({ length: 20 }, (_, i) => 20 - i);

    assert.deepEqual(describeTimes(times), {
      samples: 20,
      p50: 10,
      p95: 19,
      max: 20,
    });
    assert.deepEqual(describeTimes([0.70004]), {
      samples: 1,
      p50: 0.7,
      p95: 0.7,
      max: 0.7,
    });
  });
});

describe('what was asked while nothing changed', () => {
  const before = { 'list a': 3, 'watch a': 1 };
  const after = {
    'list a': 4,
    'watch a': 2,
    'list b': 1,
    'get /_sandbox/requests': 9,
  };

  it('counts what was asked in between, without our own question', () => {
    assert.deepEqual(requestsBetween(before, after), {
      'list a': 1,
      'watch a': 1,
      'list b': 1,
    });
  });

  it('adds the verbs of a kind up', () => {
    assert.equal(busiest(requestsBetween(before, after), 30), 4);
    assert.equal(busiest({}, 30), 0);
  });
});

describe('what was sent for a change', () => {
  it('is an average', () => {
    const before = { mutations: 2, entities: 100 };
    const after = { mutations: 5, entities: 104 };

    assert.deepEqual(perChange(before, after, 4), {
      mutations: 0.75,
      entities: 1,
    });
  });

  for (const [total, count, expected] of [
    [10, 2, [0, 5]],
    [2, 40, [0, 1]],
    [3, 3, [0, 1, 2]],
  ]) {
    it(`picks ${count} of ${total}`, () => {
      assert.deepEqual(pickEvenly(total, count), expected);
    });
  }
});

describe('topicOf', () => {
  it('is what kratix-common makes of the same reference', () => {
    assert.equal(topicOf('cache'), 'bef3b50f95f4ca6bb6ce6e5837c3b8f8');
  });
});

describe('readSizes', () => {
  const options = { changes: '4', orders: '2', 'idle-seconds': '60' };

  it('measures the smallest first, and idleness with the last', () => {
    assert.deepEqual(
      readSizes({ ...options, requests: '1000,100' }).map(
        ({ requests, idleSeconds }) => [requests, idleSeconds],
      ),
      [
        [100, 0],
        [1000, 60],
      ],
    );
  });

  it('takes no other names than there are', () => {
    const read = naming => readSizes({ ...options, requests: '1', naming });

    assert.deepEqual(
      read('ske').map(({ naming }) => naming),
      ['ske'],
    );
    assert.throws(() => read('mine'), /'portal' or 'ske'/);
  });

  for (const requests of ['', 'many', '0', '1.5', '100,']) {
    it(`refuses --requests '${requests}'`, () => {
      assert.throws(() => readSizes({ ...options, requests }), /whole number/);
    });
  }
});

describe('summariseSizes', () => {
  it('tells the worst where there is one figure for all', () => {
    const size = (mutations, p95) => ({
      perStatusChange: { mutations, entities: 1 },
      perChangeWithinPhase: { mutations: 0 },
      changeToHintSeconds: { p50: 0.1, p95 },
    });
    const { perStatusChange, changeToHintSeconds, ...rest } = summariseSizes([
      [10, size(0.5, 0.9)],
      [20, { ...size(1, 0.2), idle: { perMinutePerKind: 0 } }],
    ]);

    assert.equal(perStatusChange.mutations, 1);
    assert.equal(changeToHintSeconds.p95, 0.9);
    assert.equal(rest.idleRequestsPerMinutePerKind, 0);
  });
});

describe('chunks', () => {
  it('finds what every page loads', () => {
    const html =
      '<script defer="defer" src="/static/main.1.js"></script><link href="/static/x.css">';

    assert.deepEqual([...findInitial(html)], ['main.1.js']);
  });

  it('names a chunk by what it is loaded for, and tells what is loaded too early', () => {
    const map = sources =>
      readSources(
        JSON.stringify({
          sources: Object.keys(sources),
          sourcesContent: Object.values(sources),
        }),
      );
    const initial = map({
      'webpack://app/../../plugins/kratix/src/extensions/cards.ts':
        "() => import(\n '../components/request',\n)",
      'webpack://app/../../plugins/kratix/src/api/KratixApi.ts': '',
      'webpack://app/../../plugins/kratix-common/src/names/keys.ts': '',
      'webpack://app/../../plugins/kratix/src/components/early.ts': '',
      'webpack://app/../../plugins/kratix/src/api/KratixClient.ts': '',
      'webpack://app/../../plugins/kratix/src/fields/order/spec/SpecField.tsx':
        '',
      'webpack://app/../../plugins/kratix-common/src/model/phases.ts': '',
      'webpack://app/../../node_modules/react/index.js': '',
    });
    const lazy = map({
      'webpack://app/../../plugins/kratix/src/components/request/index.ts': '',
    });

    const chunks = describeChunks(
      [
        { file: 'main.1.js', sources: initial },
        { file: '12.3.chunk.js', sources: lazy },
      ],
      { initial: new Set(['main.1.js']), sizeOf: () => 1_234 },
    );

    assert.deepEqual(chunks['request-12'], {
      file: '12.3.chunk.js',
      gzipKb: 1.2,
      modules: 1,
    });
    assert.deepEqual(chunks.main.beyondManifest, [
      'kratix/src/components/early.ts',
      'kratix/src/api/KratixClient.ts',
      'kratix/src/fields/order/spec/SpecField.tsx',
      'kratix-common/src/model/phases.ts',
    ]);
  });
});
