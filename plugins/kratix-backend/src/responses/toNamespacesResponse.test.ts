import { toNamespacesResponse } from './toNamespacesResponse';

describe('toNamespacesResponse', () => {
  it('ends somewhere, and says so', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => `n${index}`);

    const { namespaces, isComplete } = toNamespacesResponse(many);

    expect(namespaces).toHaveLength(1_000);
    expect(isComplete).toBe(false);
  });
});
