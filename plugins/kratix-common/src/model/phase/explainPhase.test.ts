import { describePhase } from './describePhase';
import { explainPhase } from './explainPhase';
import { phases, type PhaseReport } from './phase';
import type { PhaseWords } from './phaseMessage';
import { phaseMessages } from './phaseMessages';
import type { PhaseTextContext } from './phaseText';

const now = new Date('2026-08-24T10:00:00Z');

const parts: readonly Partial<PhaseReport>[] = [
  {},
  { since: '2026-08-24T09:59:30Z', subjects: ['one'], message: 'why' },
  { since: '2026-08-24T09:50:00Z', step: { index: 1, total: 2 }, attempts: 2 },
  {
    since: '2026-08-24T08:00:00Z',
    step: { index: 1, total: 2, pipeline: 'plan' },
    attempts: 3,
    nextRetryAt: '2026-08-24T10:10:00Z',
  },
  { since: '2026-08-23T09:00:00Z', nextRetryAt: '2026-08-24T10:10:00Z' },
  {
    since: '2026-08-20T09:00:00Z',
    step: { index: 1, total: 1, pipeline: 'a' },
  },
  { step: { index: 1, total: 2, pipeline: 'plan' } },
  ...[0, 1, 2, 3, 4, 8].map(attempts => ({
    attempts,
    nextRetryAt: '2026-08-24T10:10:00Z',
  })),
];
const flags: readonly Partial<PhaseReport['flags']>[] = [
  {},
  { isQueued: true, isDeletionBlocked: true },
  { isPromiseUnavailable: true, failedUpgradeVersion: 'v2' },
];
const contexts: readonly PhaseTextContext[] = [
  {},
  { now },
  { now, promiseTitle: 'Redis', targetVersion: 'v2' },
];

const cases = phases.flatMap(phase =>
  parts.flatMap(part =>
    flags.flatMap(flag =>
      contexts.map(context => ({
        report: reportOf(phase, part, flag),
        context,
      })),
    ),
  ),
);

describe('explainPhase', () => {
  const explained = cases.flatMap(({ report, context }) => {
    const { word, sentence, nextStep } = explainPhase(report, context);
    return [word, ...sentence, ...(nextStep ? [nextStep] : [])];
  });

  it('gives each text exactly the parameters that it names', () => {
    const given = uniquely(explained.flatMap(listMessages));

    expect(given).toEqual(given.map(line => withNamed(keyOf(line))));
  });

  it('says everything that there is to translate, and nothing else', () => {
    // Counts and filters say the word of a phase by itself.
    const said = uniquely([
      ...explained.flatMap(listMessages).map(keyOf),
      ...phases.map(phase => `word.${phase}`),
    ]);

    expect(said).toEqual(Object.keys(texts).sort());
  });

  it('leaves no parameter open in English', () => {
    const written = cases.map(({ report, context }) =>
      JSON.stringify(describePhase(report, context)),
    );

    expect(written.filter(text => text.includes('{{'))).toEqual([]);
  });

  it('takes the words of a cluster as they are', () => {
    const message = '{{reason}} $t(word.Ready) {{what}}';
    const report = reportOf('Failed', { message }, {});

    expect(describePhase(report).sentence).toBe(
      `The workflow failed: ${message}.`,
    );
  });
});

const texts: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(phaseMessages).flatMap(([group, messages]) =>
    Object.entries(messages).map(([name, text]) => [`${group}.${name}`, text]),
  ),
);

/** The text and those within it, each with the names of its parameters. */
function listMessages(words: PhaseWords): string[] {
  if (typeof words === 'string') {
    return [];
  }
  const params = Object.entries(words.params ?? {});
  // One day is said without a number: the text of one ignores it.
  const names =
    words.key === 'duration.day' ? [] : params.map(([name]) => name);
  return [
    [words.key, ...names.sort()].join(' '),
    ...params.flatMap(([, value]) => listMessages(value)),
  ];
}

function keyOf(line: string): string {
  return line.replace(/ .*/, '');
}

function withNamed(key: string): string {
  const named = [...(texts[key] ?? '').matchAll(/\{\{(\w+)\}\}/g)];
  return [key, ...named.map(([, name]) => name).sort()].join(' ');
}

function uniquely(lines: readonly string[]): string[] {
  return [...new Set(lines)].sort();
}

function reportOf(
  phase: PhaseReport['phase'],
  part: Partial<PhaseReport>,
  flag: Partial<PhaseReport['flags']>,
): PhaseReport {
  return {
    phase,
    subjects: [],
    flags: {
      isPromiseUnavailable: false,
      isQueued: false,
      isDeletionBlocked: false,
      health: 'noData',
      ...flag,
    },
    ...part,
  };
}
