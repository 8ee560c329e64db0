import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { auditWrite } from './auditWrite';

const ref = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};

function setUp(options: { isDryRun?: boolean; isBroken?: boolean } = {}) {
  const tell = async () => {
    if (options.isBroken) {
      throw new Error('The disk is full');
    }
  };
  const event = { success: jest.fn(tell), fail: jest.fn(tell) };
  const auditor = mockServices.auditor.mock({ createEvent: async () => event });
  const logger = mockServices.logger.mock();
  return {
    auditor,
    event,
    logger,
    audit: (write: () => Promise<string>) =>
      auditWrite(
        auditor,
        {
          ref,
          actionType: 'create',
          ctx: { logger, isDryRun: options.isDryRun },
        },
        write,
      ),
  };
}

describe('auditWrite', () => {
  it('records what was done', async () => {
    const { audit, auditor, event } = setUp();

    await expect(audit(async () => 'done')).resolves.toBe('done');

    expect(auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ meta: { actionType: 'create', ...ref } }),
    );
    expect(event.success).toHaveBeenCalledTimes(1);
    expect(event.fail).not.toHaveBeenCalled();
  });

  it('records the kind of a failure and the fields, and no value', async () => {
    const { audit, event } = setUp();
    const cause = Object.assign(new InputError('"s3cret" is invalid'), {
      causes: [{ field: 'spec.password', message: 'Invalid value: "s3cret"' }],
    });
    const failure = new InputError('Refused: "s3cret" is invalid', cause);

    await expect(audit(() => Promise.reject(failure))).rejects.toBe(failure);

    const [{ error }] = event.fail.mock.calls[0] as unknown as [
      { error: Error },
    ];
    expect(error.name).toBe('InputError');
    expect(error.message).toBe('InputError about spec.password');
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain('s3cret');
  });

  it('does not make a failure of what was done, when that cannot be recorded', async () => {
    const { audit, event, logger } = setUp({ isBroken: true });

    await expect(audit(async () => 'done')).resolves.toBe('done');

    expect(event.fail).not.toHaveBeenCalled();
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('does not hide why it failed, when that cannot be recorded', async () => {
    const { audit } = setUp({ isBroken: true });

    await expect(
      audit(() => Promise.reject(new InputError('No.'))),
    ).rejects.toThrow('No.');
  });

  it('records nothing of a dry run', async () => {
    const { audit, auditor } = setUp({ isDryRun: true });

    await audit(async () => 'tried');

    expect(auditor.createEvent).not.toHaveBeenCalled();
  });
});
