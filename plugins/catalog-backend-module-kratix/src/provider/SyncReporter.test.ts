import { mockServices } from '@backstage/backend-test-utils';
import type { Mutation } from '../plan/mutation/Mutation';
import { SyncReporter } from './SyncReporter';

const problem = {
  platform: 'dev',
  kind: 'Redis',
  namespace: 'team-a',
  name: 'cache',
  code: 'entity-refused',
  message: 'No entity: "metadata.tags.0" is not valid but found "hunter2".',
  path: 'metadata.tags.0',
};

describe('SyncReporter', () => {
  it('says once where a problem is, and never what stands there', () => {
    const logger = mockServices.logger.mock();
    const reporter = new SyncReporter(logger, 'dev');

    reporter.reportProblems([problem]);
    reporter.reportProblems([problem]);

    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(expect.any(String), {
      platform: 'dev',
      code: 'entity-refused',
      kind: 'Redis',
      namespace: 'team-a',
      name: 'cache',
      path: 'metadata.tags.0',
    });
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('hunter2');
  });

  it('tells fifty at once, and how many more there are', () => {
    const logger = mockServices.logger.mock();
    const many = Array.from({ length: 53 }, (_, index) => ({
      ...problem,
      name: `cache-${index}`,
    }));

    new SyncReporter(logger, 'dev').reportProblems(many);

    expect(logger.warn).toHaveBeenCalledTimes(51);
    expect(logger.warn).toHaveBeenLastCalledWith(
      '... and 3 more objects with problems',
      { platform: 'dev', objects: 3 },
    );
  });

  it('says at the periodic run what keeps it from sending all', () => {
    const logger = mockServices.logger.mock();
    const reporter = new SyncReporter(logger, 'dev');
    const withheld: Mutation = {
      type: 'skip',
      reason: 'full-withheld-stale',
      numbers: {
        planned: 1,
        added: 0,
        changed: 0,
        removed: 0,
        refused: 0,
        unknownSlices: [],
        staleSlices: ['requests/redis'],
      },
    };

    reporter.reportMutation(withheld, 'full', 1);
    expect(logger.warn).not.toHaveBeenCalled();
    reporter.reportMutation(withheld, 'heal', 1);
    reporter.reportMutation(withheld, 'heal', 1);

    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('requests/redis'),
      expect.anything(),
    );
  });
});
