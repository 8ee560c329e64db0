import { mockServices } from '@backstage/backend-test-utils';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
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

  // One broken stream, or one answer that failed, ended the log of a task for good.
  it('goes on after a stream that broke, and tells no line twice', async () => {
    const logger = mockServices.logger.mock();
    const at = (time: string, text: string) => ({
      time: `2026-01-02T03:04:${time}Z`,
      text,
    });
    const asked: (string | undefined)[] = [];
    const answers: LogChunk[][] = [
      [
        { type: 'lines', lines: [at('05.1', 'one'), at('05.12', 'two')] },
        { type: 'lines', lines: [at('05.12', 'three')] },
        { type: 'end', reason: 'interrupted' },
      ],
      [{ type: 'unavailable', reason: 'image' }],
      [
        {
          type: 'lines',
          lines: [
            at('05.1', 'one'),
            at('05.12', 'two'),
            at('05.12', 'three'),
            at('05.12', 'four'),
            at('06', 'five'),
          ],
        },
        { type: 'end', reason: 'finished' },
      ],
    ];
    const said = {
      ...reader([run([step('plan')])], {}),
      async *streamLog(
        ...[, { sinceTime }]: Parameters<WorkflowReader['streamLog']>
      ): AsyncGenerator<LogChunk, void> {
        asked.push(sinceTime);
        yield* answers.shift() ?? [];
      },
    };

    await follow(
      new PipelineLog({ logger, ref, stepMs: 5, reader: said }),
      said,
    );

    expect(logger.info.mock.calls.map(([line]) => line)).toEqual(
      ['one', 'two', 'three', 'four', 'five'].map(
        text => `[configure/plan] ${text}`,
      ),
    );
    const last = '2026-01-02T03:04:05.12Z';
    expect(asked).toEqual([undefined, last, last]);
  });

  it('goes on after an answer that failed, and with the other containers', async () => {
    const logger = mockServices.logger.mock();
    const base = reader([run([step('plan'), step('apply')])], {
      apply: ['done'],
    });
    let isFirst = true;
    const said = {
      ...base,
      listRuns: jest.fn<
        ReturnType<WorkflowReader['listRuns']>,
        Parameters<WorkflowReader['listRuns']>
      >(async (...asked) => {
        if (isFirst) {
          isFirst = false;
          throw new ServiceUnavailableError('not now');
        }
        return base.listRuns(...asked);
      }),
      async *streamLog(
        ...asked: Parameters<WorkflowReader['streamLog']>
      ): AsyncGenerator<LogChunk, void> {
        if (asked[1].container === 'plan') {
          throw new ServiceUnavailableError('not now');
        }
        yield* base.streamLog(...asked);
      },
    };

    await follow(
      new PipelineLog({ logger, ref, stepMs: 5, reader: said }),
      said,
    );

    expect(logger.info.mock.calls).toEqual([['[configure/apply] done']]);
    expect(logger.debug).toHaveBeenCalledTimes(1);
  });

  it('lets no container write over the log', async () => {
    const logger = mockServices.logger.mock();
    const said = reader([run([step('plan', { state: 'failed' })], 'failed')], {
      plan: ['\u001b[31mred\u001b[0m \u001bcgone\rback'],
    });
    const log = new PipelineLog({ logger, ref, stepMs: 5, reader: said });

    await follow(log, said);

    const text = 'red \\u001bcgone\\rback';
    expect(logger.info.mock.calls).toEqual([[`[configure/plan] ${text}`]]);
    expect(await log.lastLines()).toEqual([
      'Last lines of configure/plan:',
      `  ${text}`,
    ]);
  });

  it('ends, and costs nothing, when logs may not be read', async () => {
    const logger = mockServices.logger.mock();
    const log = new PipelineLog({
      ...{ logger, ref, stepMs: 5 },
      reader: {
        listRuns: async () => {
          throw new NotAllowedError('no right');
        },
        async *streamLog() {
          throw new NotAllowedError('no right');
        },
      },
    });

    await follow(log);

    expect(await log.lastLines()).toEqual([]);
    expect(logger.info).not.toHaveBeenCalled();
  });
});
