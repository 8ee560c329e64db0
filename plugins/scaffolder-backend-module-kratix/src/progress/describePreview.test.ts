import { describePreview } from './describePreview';

describe('describePreview', () => {
  it('tells each file with its difference, and what Kratix says', () => {
    expect(
      describePreview({
        state: 'done',
        isComplete: false,
        message: 'redis\u001b[2K timed out',
        sections: [
          {
            notes: ['vault failed\u001bc'],
            files: [
              {
                path: 'a.yaml',
                change: 'changed',
                diff: '-a: 1\n+a: 2\r',
                isCut: true,
              },
            ],
          },
        ],
      }),
    ).toEqual([
      'vault failed\\u001bc',
      'Changed file: a.yaml',
      '    -a: 1',
      '    +a: 2',
      '    …',
      'redis timed out',
    ]);
  });

  it('is bounded', () => {
    const diff = '+x\n'.repeat(1_000);
    const lines = describePreview({
      state: 'done',
      isComplete: true,
      sections: [
        {
          notes: [],
          files: [{ path: 'a', change: 'added', diff, isCut: false }],
        },
      ],
    });

    expect(lines).toHaveLength(301);
    expect(lines.at(-1)).toBe('… and 701 lines more');
  });
});
