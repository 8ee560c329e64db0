import type { JsonObject } from '@backstage/types';
import { createObjectJudge } from '../judging/judgeObject';
import { compileCel } from './CelProgram';
import { CelBudget } from './CelBudget';

const numbers = Array.from({ length: 2_000 }, (_, index) => index);

function judge(rules: readonly string[], field: JsonObject) {
  const judgeObject = createObjectJudge({
    type: 'object',
    properties: {
      field: {
        type: 'object',
        properties: {
          l: { type: 'array', items: { type: 'integer' } },
          s: { type: 'string' },
        },
        'x-kubernetes-validations': rules.map(rule => ({ rule })),
      },
    },
  });
  const startedMs = Date.now();
  const { errors, unjudged } = judgeObject({ field });
  return { errors, unjudged, tookMs: Date.now() - startedMs };
}

const doubled = Array.from({ length: 60 }, (_, i) => i).reduceRight(
  (body, i) => `cel.bind(v${i + 1}, v${i} + v${i}, ${body})`,
  'true',
);

describe('CelBudget', () => {
  it.each<[string, string]>([
    [
      'loops in loops',
      'self.l.all(x, self.l.all(y, self.l.all(z, x + y + z >= 0)))',
    ],
    [
      'failures in loops, again and again',
      Array.from(
        { length: 200 },
        () => 'self.l.all(x, self.l.all(y, self.nothing > 1))',
      ).join(' || '),
    ],
    ['texts that double', `cel.bind(v0, self.s, ${doubled})`],
    ['a text for each character', "self.s.replace('', self.s).size() > 0"],
    ['texts between texts', "self.s.split('').join(self.s).size() > 0"],
    ['a list in itself', 'sets.contains(self.l, self.l)'],
    ['a text and a long pattern', "self.s.matches(self.s + '(a|b)*')"],
    ['groups in groups', `${'('.repeat(50_000)}true`],
    ['what has() asks for', `has(${'['.repeat(50_000)}`],
  ])('gives a rule up, and refuses nothing: %s', (_, rule) => {
    // A rule like the first kept a form busy for hours.
    const { errors, unjudged, tookMs } = judge([rule], {
      l: numbers,
      s: 'ab'.repeat(10_000),
    });

    expect(errors).toEqual([]);
    expect(unjudged).toEqual([
      { rule, field: 'field', why: expect.any(String) },
    ]);
    // Alone it takes half a second; tests share their machine.
    expect(tookMs).toBeLessThan(15_000);
  });

  it('is one for all the rules of an object', () => {
    const { unjudged, tookMs } = judge(
      Array.from(
        { length: 500 },
        (_, i) => `self.l.all(x, self.l.all(y, x + y >= -${i}))`,
      ),
      { l: numbers },
    );

    expect(unjudged).toHaveLength(500);
    expect(tookMs).toBeLessThan(15_000);
  });

  it('is enough for what an API server takes', () => {
    const { errors, unjudged } = judge(
      ['self.l.all(x, self.l.exists(y, y == x))'],
      { l: numbers.slice(0, 200) },
    );

    expect(errors).toEqual([]);
    expect(unjudged).toEqual([]);
  });

  it('is the same each time', () => {
    const steps = (limit: number) => () =>
      compileCel('[1, 2, 3].all(x, x > 0)').evaluate({}, new CelBudget(limit));

    expect(steps(10)).toThrow('steps');
    expect(steps(10)).toThrow('steps');
    expect(steps(1_000)()).toBe(true);
  });
});
