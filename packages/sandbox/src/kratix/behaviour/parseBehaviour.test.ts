import { defaultBehaviour, ofStep } from './behaviour';
import { parseBehaviour } from './parseBehaviour';

const said = (key: string, value: string) =>
  parseBehaviour({ [`sandbox.kratix-portal.io/${key}`]: value });

describe('parseBehaviour', () => {
  it.each([
    ['duration', '2s', { durationsMs: { '*': 2_000 } }],
    [
      'duration',
      'plan/terraform: 1m30s\napply: 500ms',
      { durationsMs: { 'plan/terraform': 90_000, apply: 500 } },
    ],
    ['logs', 'one\ntwo\n', { logs: { '*': ['one two'] } }],
    ['logs', 'plan: |\n  one\n  two\n', { logs: { plan: ['one', 'two'] } }],
    ['status', 'url: https://x', { statuses: { '': { url: 'https://x' } } }],
    ['status.plan', 'a: 1', { statuses: { plan: { a: 1 } } }],
    ['files', 'a.txt: hello', { files: { '': { 'a.txt': 'hello' } } }],
    [
      'files.plan',
      'a.yaml: [{kind: A}, {kind: B}]',
      { files: { plan: { 'a.yaml': 'kind: A\n---\nkind: B\n' } } },
    ],
    [
      'destination-selectors',
      '- matchLabels: {a: b}',
      { destinationSelectors: [{ matchLabels: { a: 'b' }, directory: '.' }] },
    ],
    [
      'fail',
      'plan/terraform',
      { fail: { pipeline: 'plan', container: 'terraform', exitCode: 1 } },
    ],
    ['fail', 'terraform', { fail: { container: 'terraform', exitCode: 1 } }],
    [
      'fail',
      '{container: a, attempts: 2, runs: 1, exitCode: 3, message: no}',
      {
        fail: {
          container: 'a',
          attempts: 2,
          runs: 1,
          exitCode: 3,
          message: 'no',
        },
      },
    ],
    [
      'suspend',
      'Ana approves',
      { control: { message: 'Ana approves', times: 1 } },
    ],
    [
      'suspend',
      '{pipeline: p, times: 0}',
      { control: { pipeline: 'p', times: 0 } },
    ],
    ['retry-after', '1m', { control: { retryAfterMs: 60_000, times: 1 } }],
    [
      'retry-after',
      '{after: 2m, times: 3, message: later}',
      { control: { retryAfterMs: 120_000, times: 3, message: 'later' } },
    ],
    ['health', 'degraded', { health: { state: 'degraded' } }],
    ['settled', 'true', { settledMs: 0 }],
    ['settled', '3h', { settledMs: 10_800_000 }],
    ['placed-on', 'dev', { placedOn: 'dev' }],
  ])('reads %s: %s', (key, value, expected) => {
    expect(said(key, value)).toEqual({
      behaviour: { ...defaultBehaviour, ...expected },
      problems: [],
    });
  });

  it.each([
    ['duration', 'soon', /"soon" is no duration/],
    ['status', 'kratix: {a: 1}', /managed by Kratix/],
    ['files', '../etc/passwd: x', /path below \/kratix\/output/],
    ['fail', '{container: a, atempts: 2}', /atempts/],
    ['health', 'fine', /./],
    ['speed', '2', /not known to the sandbox/],
    ['duration.plan', '2s', /only status and files take a pipeline/],
    ['status', 'a: [', /./],
  ])('leaves %s: %s out and says why', (key, value, message) => {
    const { behaviour, problems } = said(key, value);

    expect(behaviour).toEqual(defaultBehaviour);
    expect(problems).toEqual([
      {
        key: `sandbox.kratix-portal.io/${key}`,
        message: expect.stringMatching(message),
      },
    ]);
  });

  it('keeps what is right beside what is wrong', () => {
    const { behaviour, problems } = parseBehaviour({
      'sandbox.kratix-portal.io/settled': '1h',
      'sandbox.kratix-portal.io/health': 'fine',
      'somebody.else/settled': 'x',
    });

    expect(behaviour.settledMs).toBe(3_600_000);
    expect(problems).toHaveLength(1);
  });
});

describe('ofStep', () => {
  it('prefers the most exact key', () => {
    const durations = { '*': 1, build: 2, 'first/build': 3 };

    expect(ofStep(durations, 'first', 'build')).toBe(3);
    expect(ofStep(durations, 'second', 'build')).toBe(2);
    expect(ofStep(durations, 'second', 'other')).toBe(1);
  });
});
