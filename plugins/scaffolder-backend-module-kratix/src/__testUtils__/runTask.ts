import { mockCredentials } from '@backstage/backend-test-utils';
import request from 'supertest';

/** How a task ended. */
export interface TaskResult {
  readonly id: string;
  readonly status: string;
  readonly log: string;
  readonly output: unknown;
}

type Server = Parameters<typeof request>[0];

interface TaskOrder {
  readonly values?: object;
  readonly template?: string;
  readonly secrets?: object;
}

/** Starts the Template `order` and waits until it is done. */
export async function runTask(
  server: Server,
  task: TaskOrder = {},
): Promise<TaskResult> {
  return followTask(server, await startTask(server, task));
}

/** Starts the Template `order`, and gives the id of the task. */
export async function startTask(
  server: Server,
  task: TaskOrder = {},
): Promise<string> {
  const created = await request(server)
    .post('/api/scaffolder/v2/tasks')
    .set('authorization', mockCredentials.user.header())
    .send({
      templateRef: `template:default/${task.template ?? 'order'}`,
      values: task.values ?? {},
      secrets: task.secrets,
    });
  if (created.status !== 201) {
    throw new Error(`No task: ${JSON.stringify(created.body)}`);
  }
  return created.body.id;
}

/** Waits until a task is done. */
export async function followTask(
  server: Server,
  id: string,
): Promise<TaskResult> {
  const path = `/api/scaffolder/v2/tasks/${id}`;
  const status = await until(async () => {
    const { body } = await request(server).get(path);
    return ends.includes(body.status) && body.status;
  });
  const log = await readLog(server, id);
  return {
    id,
    status,
    log: log.map(event => event.body.message).join('\n'),
    output: log.find(event => event.body.output)?.body.output,
  };
}

const ends = ['completed', 'failed', 'cancelled'];

/** What a task has said so far. */
export async function readLog(
  server: Server,
  id: string,
): Promise<{ body: { message: string; output?: unknown } }[]> {
  const { body } = await request(server).get(
    `/api/scaffolder/v2/tasks/${id}/events`,
  );
  return body;
}

/** Asks again and again until there is an answer. */
export async function until<T>(
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`There was no answer within ${timeoutMs} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
