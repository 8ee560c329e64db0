import { goVersionProblem } from './goToolProblem';

describe('goVersionProblem', () => {
  it.each(['go1.26.0', 'go1.26.8\n', 'go1.30', 'go2.0'])(
    'takes %j',
    version => {
      expect(goVersionProblem(version)).toBeUndefined();
    },
  );

  it.each(['go1.25.9', 'go1.9', 'devel', ''])('refuses %j', version => {
    expect(goVersionProblem(version)).toMatch(/is needed/);
  });
});
