import { mockServices } from '@backstage/backend-test-utils';
import type { WorkflowRun } from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  LogChunk,
  WorkflowReader,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { PipelineLog } from './PipelineLog';

const ref = { platform: 'dev', promise: 'redis', namespace: 'a', name: 'b' };

const step = (name: string, changes: object = {}) => ({
  name,
  isQuiet: false,
  state: 'running' as const,
  restarts: 0,
  log: 'available' as const,
  hasPreviousLog: false,
  ...changes,
});

const run = (
  steps: ReturnType<typeof step>[],
  state = 'running',
): WorkflowRun =>
  ({
    id: '1',
    action: 'configure',
    state,
    pipelines: [
      {
        name: 'configure',
        state,
        attempts: [{ id: '1', job: 'j', pod: 'p', state, steps }],
      },
    ],
  } as WorkflowRun);

/** A platform that has this to say. */
function reader(
  runs: readonly WorkflowRun[],
  logs: Readonly<Record<string, readonly string[]>>,
) {
  return {
    listRuns: jest.fn<
      ReturnType<WorkflowReader['listRuns']>,
      Parameters<WorkflowReader['listRuns']>
    >(async () => ({ runs, isComplete: true })),
    async *streamLog(
      ...[, { container }]: Parameters<WorkflowReader['streamLog']>
    ): AsyncGenerator<LogChunk, void> {
      const lines = (logs[container] ?? []).map(text => ({ text }));
      yield { type: 'lines', lines };
      yield { type: 'end', reason: 'finished' };
    },
  };
}

/** Some steps long, or until it ends by itself. */
async function follow(
  log: PipelineLog,
  { listRuns }: Partial<ReturnType<typeof reader>> = {},
): Promise<void> {
  const controller = new AbortController();
  let hasEnded = false;
  const following = log.follow(controller.signal).then(() => {
    hasEnded = true;
  });
  while (!hasEnded && !(listRuns && listRuns.mock.calls.length > 5)) {
    await new Promise(resolve => setTimeout(resolve, 5));
  }
  controller.abort();
  await following;
}

describe('PipelineLog', () => {
  it("tells each container's lines once, Kratix's own left out", async () => {
    const logger = mockServices.logger.mock();
    const said = reader(
      [run([step('read', { isQuiet: true }), step('plan'), step('apply')])],
      { read: ['x'], plan: ['one', 'two'], apply: ['three'] },
    );
    const log = new PipelineLog({ logger, ref, stepMs: 5, reader: said });

    await follow(log, said);

    expect(logger.info.mock.calls.map(([line]) => line)).toEqual([
      '[configure/plan] one',
      '[configure/plan] two',
      '[configure/apply] three',
    ]);
  });

  it('stops when it is enough, and says so', async () => {
    const logger = mockServices.logger.mock();
    const log = new PipelineLog({
      ...{ logger, ref, stepMs: 5, mostLines: 2 },
      reader: reader([run([step('plan')])], { plan: ['1', '2', '3', '4'] }),
    });

    await follow(log);

    expect(logger.info.mock.calls.map(([line]) => line)).toEqual([
      '[configure/plan] 1',
      '[configure/plan] 2',
      '… after 2 lines, the rest is on the page of the request',
    ]);
  });

  it('has the last lines of the container that failed', async () => {
    const log = new PipelineLog({
      ...{ logger: mockServices.logger.mock(), ref },
      reader: reader([run([step('plan', { state: 'failed' })], 'failed')], {
        plan: ['a', 'no such bucket'],
      }),
    });

    expect(await log.lastLines()).toEqual([
      'Last lines of configure/plan:',
      '  a',
      '  no such bucket',
    ]);
  });

  it('costs nothing when logs cannot be read', async () => {
    const logger = mockServices.logger.mock();
    const log = new PipelineLog({
      ...{ logger, ref, stepMs: 5 },
      reader: {
        listRuns: async () => {
          throw new Error('no right');
        },
        async *streamLog() {
          throw new Error('no right');
        },
      },
    });

    await follow(log);

    expect(await log.lastLines()).toEqual([]);
    expect(logger.info).not.toHaveBeenCalled();
  });
});
