import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { explainPlatformError } from './explainPlatformError';

const context = { platform: { title: 'Development' }, toDo: 'write Redis a/b' };

describe('explainPlatformError', () => {
  it('gives the answer', async () => {
    expect(await explainPlatformError(async () => 1, context)).toBe(1);
  });

  it.each([
    [InputError, 'Development refuses to write Redis a/b: because'],
    [
      NotAllowedError,
      'You may not write Redis a/b: Development (Kubernetes RBAC) says: because',
    ],
    [NotFoundError, 'Cannot write Redis a/b: Development says: because'],
    [ConflictError, 'Cannot write Redis a/b: Development says: because'],
    [
      ServiceUnavailableError,
      'Cannot write Redis a/b: Development does not answer: because',
    ],
  ])(
    'says in words what a %p means, and keeps its kind',
    async (ErrorClass, message) => {
      const cause = new ErrorClass('because');
      const failed = explainPlatformError(async () => {
        throw cause;
      }, context);

      await expect(failed).rejects.toThrow(ErrorClass);
      // The whole of it: the cause is kept, and not written out once more.
      await expect(failed).rejects.toMatchObject({ message, cause });
    },
  );

  it('names the right that is missing', async () => {
    await expect(
      explainPlatformError(async () => {
        throw new NotAllowedError(
          'redises.example.com is forbidden: User "ana" cannot create resource "redises" in API group "example.com" in the namespace "team-a"',
        );
      }, context),
    ).rejects.toThrow(
      'You may not write Redis a/b: ana has no right to "create" redises.example.com in namespace team-a (a RoleBinding can give it). Development (Kubernetes RBAC) says:',
    );
  });

  it("adds the platform's reasons that its sentence leaves out, with their fields", async () => {
    const error = Object.assign(new InputError('Redis "b" is invalid'), {
      causes: [
        { field: 'spec.size', message: 'Unsupported value: "huge"' },
        { field: 'spec.name', message: 'Required value' },
      ],
    });

    await expect(
      explainPlatformError(async () => {
        throw error;
      }, context),
    ).rejects.toThrow(
      'Redis "b" is invalid\n- spec.size: Unsupported value: "huge"\n- spec.name: Required value',
    );
  });

  it('leaves other errors alone', async () => {
    const error = new TypeError('a bug');

    await expect(
      explainPlatformError(async () => {
        throw error;
      }, context),
    ).rejects.toBe(error);
  });
});
