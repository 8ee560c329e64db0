import type { FieldError } from '../structural';
import { describeError } from './describeError';

const invalid = (value: unknown, detail = 'must be short'): FieldError => ({
  type: 'Invalid',
  field: 'spec.size',
  value,
  detail,
});

describe('describeError', () => {
  it('speaks as the API server does', () => {
    expect(describeError(invalid('huge'))).toBe(
      'Invalid value: "huge": must be short',
    );
    expect(describeError(invalid({ a: 1 }))).toBe(
      'Invalid value: {"a":1}: must be short',
    );
  });

  it('repeats of a long text only the beginning, and no large object', () => {
    expect(describeError(invalid('x'.repeat(1_000)))).toBe(
      `Invalid value: "${'x'.repeat(59)}…": must be short`,
    );
    const large = { password: 's3cret', other: 'x'.repeat(100) };
    expect(describeError(invalid(large))).toBe('Invalid value: must be short');
    expect(
      describeError({
        type: 'Duplicate',
        field: 'spec.users[1]',
        value: large,
      }),
    ).toBe('Duplicate value');
  });

  it('ends where nobody reads on', () => {
    const message = describeError(invalid('a', 'y'.repeat(10_000)));

    expect(message).toHaveLength(500);
    expect(message).toMatch(/^Invalid value: "a": y+…$/);
  });
});
