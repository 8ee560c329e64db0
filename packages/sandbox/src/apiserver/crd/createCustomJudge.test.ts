import { createCustomJudge } from './createCustomJudge';

const about = 'things.example.org/v1';

describe('createCustomJudge', () => {
  it('skips a rule that it cannot evaluate, and says so once', () => {
    const said: string[] = [];
    const judge = createCustomJudge(
      {
        type: 'object',
        'x-kubernetes-validations': [{ rule: 'self.name.neverHeardOf()' }],
      },
      about,
      message => said.push(message),
    );

    expect(judge.judgeRules?.({ name: 'a' })).toEqual([]);
    judge.judgeRules?.({ name: 'b' });

    expect(said).toEqual([
      expect.stringContaining(
        'things.example.org/v1: rule "self.name.neverHeardOf()" is skipped',
      ),
    ]);
  });

  it('asks no rules when there are none', () => {
    const judge = createCustomJudge({ type: 'object' }, about, () => {});

    expect(judge.judgeRules).toBeUndefined();
  });
});
