import type { Problem } from '../../model';
import { addProblem } from './addProblem';

describe('addProblem', () => {
  it('stops where nobody reads on, and says so', () => {
    const problems: Problem[] = [];

    for (let n = 0; n < 1_000; n += 1) {
      addProblem(problems, { code: 'odd', message: `Number ${n}.` });
    }

    expect(problems).toHaveLength(20);
    expect(problems[18]).toEqual({ code: 'odd', message: 'Number 18.' });
    expect(problems[19]?.code).toBe('too-many-problems');
  });
});
