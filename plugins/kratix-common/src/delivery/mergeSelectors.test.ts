import { mergeSelectors } from './mergeSelectors';

describe('mergeSelectors', () => {
  it('lets the Promise win, whatever the order, and says who lost', () => {
    expect(
      mergeSelectors([
        {
          source: 'promise',
          matchLabels: { environment: 'dev' },
        },
        {
          source: 'resource-workflow',
          matchLabels: { environment: 'moon', zone: 'a' },
        },
        { source: 'promise-workflow', matchLabels: { zone: 'a' } },
      ]),
    ).toEqual([
      {
        key: 'environment',
        value: 'dev',
        source: 'promise',
        overruled: [{ value: 'moon', source: 'resource-workflow' }],
      },
      { key: 'zone', value: 'a', source: 'promise-workflow', overruled: [] },
    ]);
  });

  it('does not take a source for known that is not', () => {
    expect(mergeSelectors([{ source: 'x', matchLabels: { a: 'b' } }])).toEqual([
      { key: 'a', value: 'b', overruled: [] },
    ]);
  });
});
