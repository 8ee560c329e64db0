import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findBrokenLinks } from './findBrokenLinks.mjs';
import { findTourProblems, readTour } from './findTourProblems.mjs';

const steps = [1, 2, 3, 4, 5, 6, 7];
const architecture = steps
  .map(step => `| ${step} | a question? | [s${step}](src/s${step}.ts) | yes |`)
  .join('\n');
const goodOpening = path => {
  const step = Number(/\d/.exec(path)[0]);
  return `Step ${step} of 7. src/s${step - 1}.ts, src/s${step + 1}.ts`;
};

describe('findTourProblems', () => {
  const tour = readTour(architecture);

  it('is content with seven files that name their neighbours', () => {
    assert.deepEqual([...tour.keys()], steps);
    assert.deepEqual(findTourProblems(tour, goodOpening), []);
  });

  it('misses a step, a file, a heading and a neighbour', () => {
    const withoutThird = readTour(architecture.replace(/^\| 3 .*\n/m, ''));

    assert.match(findTourProblems(withoutThird, goodOpening)[0], /step 3/);
    assert.equal(findTourProblems(tour, () => undefined).length, 7);
    assert.match(
      findTourProblems(tour, path =>
        goodOpening(path).replace('Step 4', 'Step 5'),
      )[0],
      /s4\.ts does not open with "Step 4 of 7"/,
    );
    assert.match(
      findTourProblems(tour, path => goodOpening(path).split(', ')[0])[0],
      /s1\.ts does not name its neighbour of step 2/,
    );
  });
});

describe('findBrokenLinks', () => {
  it('reports relative links that lead nowhere, and no others', () => {
    const text =
      '[a](a.md) [b](b.md#part) [web](https://example.org/x) [here](#here)\n```\n[c](c.md)\n```\n';

    assert.deepEqual(
      findBrokenLinks('README.md', text, link => link === 'a.md'),
      ['README.md links to b.md, which does not exist.'],
    );
  });
});
