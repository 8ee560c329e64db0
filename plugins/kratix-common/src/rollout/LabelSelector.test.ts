import { matchesLabels, parseLabelSelector } from './LabelSelector';

const labels = { tier: 'test', 'example.com/team': 'a' };

describe('parseLabelSelector', () => {
  it.each([
    ['', true],
    ['tier=test', true],
    ['tier==test,example.com/team=a', true],
    ['tier!=test', false],
    ['zone!=eu', true],
    ['tier', true],
    ['!tier', false],
    ['!zone , tier', true],
    ['toString', false],
  ])('reads %j', (text, isMatching) => {
    const parsed = parseLabelSelector(text);

    expect(parsed.ok && matchesLabels(labels, parsed.selector)).toBe(
      isMatching,
    );
  });

  it.each(['a=b=c', 'tier in (a, b)', ',', 'a=b,,c', '=x', '${{ x }}'])(
    'refuses %j',
    text => {
      expect(parseLabelSelector(text)).toMatchObject({ ok: false });
    },
  );
});
