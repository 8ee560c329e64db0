import { findCreatable } from './findCreatable';

const redis = { group: 'example.org', plural: 'redises' };
const many = Array.from({ length: 201 }, (_, index) => `team-${index}`);

/** Answers every question alike, and writes down how many there were. */
function answering(allowed: boolean) {
  return jest.fn(async () => ({
    apiVersion: 'authorization.k8s.io/v1',
    kind: 'SelfSubjectAccessReview',
    status: { allowed },
  }));
}

describe('findCreatable, of more namespaces than can be asked about', () => {
  it('needs one question for somebody who may order everywhere', async () => {
    const post = answering(true);

    expect(await findCreatable(redis, many, post)).toEqual(many);
    expect(post).toHaveBeenCalledTimes(1);
  });

  it('does not ask about each, and says so', async () => {
    const post = answering(false);

    await expect(findCreatable(redis, many, post)).rejects.toThrow(
      'too many namespaces (201)',
    );
    expect(post).toHaveBeenCalledTimes(1);
  });
});
