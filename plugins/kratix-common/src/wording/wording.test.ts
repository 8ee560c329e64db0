import { ConflictError } from '@backstage/errors';
import { namesIn } from './fillIn';
import { isKnownWording } from './isKnownWording';
import { refuse } from './refuse';
import { tell } from './tell';
import { toEnglish } from './toEnglish';
import { wordingOf } from './wordingOf';
import { wordings } from './wordings';
import { wordingSchema } from '../contracts/wording';

const texts = Object.entries(wordings).flatMap(([topic, table]) =>
  Object.entries(table).map(([name, text]) => ({
    key: `${topic}.${name}`,
    name,
    text: text as string,
    table: table as Readonly<Record<string, string>>,
  })),
);

describe('wordings', () => {
  it.each(texts)('says $key, with its parameters', ({ key, text }) => {
    const params = Object.fromEntries(
      namesIn(text).map(name => [name, name === 'count' ? 2 : `<${name}>`]),
    );
    // Of a text in two forms, the one that `count` chooses.
    const asked = { key: key.replace(/_(one|other)$/, ''), params };
    const count = key.endsWith('_one') ? 1 : 2;
    const wording = /_(one|other)$/.test(key)
      ? { ...asked, params: { ...params, count } }
      : asked;

    expect(isKnownWording(wording)).toBe(true);
    expect(toEnglish(wording)).toBe(
      text
        .replaceAll('{{count}}', `${count}`)
        .replace(/\{\{(\w+)\}\}/g, '<$1>'),
    );
  });

  it('has both forms of what has two, with the same parameters', () => {
    const forms = texts.filter(({ name }) => name.endsWith('_one'));
    const others = forms.map(({ name, table }) =>
      shownIn(table[name.replace(/_one$/, '_other')]),
    );

    expect(others).toEqual(forms.map(({ text }) => shownIn(text)));
  });

  it('says no sentence twice', () => {
    const all = texts
      .filter(({ name }) => !name.endsWith('_one'))
      .map(({ text }) => text);

    expect(all.filter((text, at) => all.indexOf(text) !== at)).toEqual([]);
  });
});

describe('wordingOf', () => {
  it('takes exactly the parameters that the text names', () => {
    const accepted = [
      wordingOf('operation.paused'),
      wordingOf('operation.keptInGit', { agent: 'Flux' }),
      // @ts-expect-error it names one
      wordingOf('operation.keptInGit'),
      // @ts-expect-error it names another one
      wordingOf('operation.keptInGit', { name: 'Flux' }),
      // @ts-expect-error there is no such text
      wordingOf('operation.none'),
    ];

    expect(accepted.map(isKnownWording)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('toEnglish', () => {
  it('takes what stands in a text as it is', () => {
    const agent = '{{agent}} $& {{name}}';

    expect(tell('operation.keptInGit', { agent }).message).toBe(
      `${agent} keeps it as it is in Git, and would put it back: change it there.`,
    );
  });

  it.each([
    [[], '', ''],
    [['a'], 'a', 'a'],
    [['a', 'b'], 'a, b', 'a or b'],
    [['a', 'b', 'c'], 'a, b, c', 'a, b or c'],
  ])('joins %j', (list, all, or) => {
    const say = (join?: 'or') =>
      toEnglish({
        key: 'operation.needsPermission',
        params: { permission: { list, join } },
      });

    expect(say()).toBe(`You need the permission ${all}.`);
    expect(say('or')).toBe(`You need the permission ${or}.`);
  });
});

describe('refuse', () => {
  it('is an error of the kind, in English and in translatable form', () => {
    const cause = new Error('gone');
    const told = tell('refusal.noPromise', { promise: 'redis' });

    const refusal = refuse(ConflictError, told, cause);

    expect(refusal).toBeInstanceOf(ConflictError);
    expect(refusal).toMatchObject({
      name: 'ConflictError',
      message: expect.stringContaining('There is no Promise redis'),
      cause,
      wording: told.wording,
    });
  });
});

describe('isKnownWording', () => {
  it.each([
    ['a text that is not there', { key: 'operation.fromTomorrow' }],
    ['a topic that is not there', { key: 'tomorrow.paused' }],
    ['what every object has', { key: 'operation.constructor' }],
    ['what every object has', { key: '__proto__.paused' }],
    ['a text whose parameter is missing', { key: 'operation.keptInGit' }],
    [
      'a part that is not there',
      { key: 'operation.keptInGit', params: { agent: { key: 'agent.x' } } },
    ],
    [
      'a part of a list that is not there',
      {
        key: 'operation.keptInGit',
        params: { agent: { list: ['Flux', { key: 'agent.x' }] } },
      },
    ],
  ])('knows of %s', (_, wording) => {
    expect(wordingSchema.parse(wording)).toEqual(wording);
    expect(isKnownWording(wording)).toBe(false);
  });
});

/** The parameters beside the count, which the form for one may leave out. */
function shownIn(text = 'none'): string[] {
  return namesIn(text).filter(name => name !== 'count');
}
