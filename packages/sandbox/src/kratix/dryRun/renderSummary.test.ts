import { lineDiff } from './lineDiff';
import { renderSummary } from './renderSummary';

describe('lineDiff', () => {
  it.each([
    ['a\nb\n', 'a\nc\n', ' a\n-b\n+c\n'],
    ['', 'a\n', '+a\n'],
    ['a\n', '', '-a\n'],
    ['a\nb\nc\n', 'b\nc\nd\n', '-a\n b\n c\n+d\n'],
  ])('%j to %j', (before, after, expected) => {
    expect(lineDiff(before, after)).toBe(expected);
  });
});

describe('renderSummary', () => {
  const whole = { promise: 'redis', request: 'cache', components: [] };

  it('shows what is added, modified and removed', () => {
    const text = renderSummary({
      ...whole,
      changes: [
        {
          pipeline: 'configure',
          live: { 'b.yaml': 'x: 1\n', 'c.yaml': 'z\n' },
          next: { 'a.yaml': 'new\n', 'b.yaml': 'x: 2\n' },
        },
      ],
    });

    expect(text).toBe(
      '# Kratix Dry Run Summary\n\n## Pipeline: `configure`\n\n**1 added · 1 modified · 1 removed**\n' +
        '\n---\n\n## ➕ Added: `a.yaml`\n\n```yaml\nnew\n```\n' +
        '\n---\n\n## ✏️ Modified: `b.yaml`\n\n```diff\n--- a/b.yaml\n+++ b/b.yaml\n-x: 1\n+x: 2\n```\n' +
        '\n---\n\n## 🗑️ Removed: `c.yaml`\n\n```yaml\nz\n```\n',
    );
  });

  it('says when nothing changes', () => {
    expect(
      renderSummary({
        ...whole,
        changes: [{ pipeline: 'p', live: { a: '1' }, next: { a: '1' } }],
      }),
    ).toContain('**0 added · 0 modified · 0 removed**\n\nNo changes.\n');
  });

  it('nests the parts of a compound request', () => {
    const text = renderSummary({
      promise: 'appstack',
      request: 'shop',
      changes: [{ pipeline: 'compose', live: {}, next: {} }],
      components: [{ promise: 'redis', request: 'shop-cache', body: 'BODY' }],
    });

    expect(text).toContain(
      '## Compound request: `appstack` / `shop`\n\n### Pipeline: `compose`',
    );
    expect(text).toContain(
      '## Component request: `redis` / `shop-cache`\n\nBODY',
    );
  });
});
