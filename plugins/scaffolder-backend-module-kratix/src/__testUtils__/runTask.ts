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

/** Starts the Template `order` and waits until it is done. */
export async function runTask(
  server: Server,
  task: {
    readonly values?: object;
    readonly template?: string;
    readonly secrets?: object;
  } = {},
): Promise<TaskResult> {
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
  const path = `/api/scaffolder/v2/tasks/${created.body.id}`;
  const status = await until(async () => {
    const { body } = await request(server).get(path);
    return ['completed', 'failed'].includes(body.status) && body.status;
  });
  const { body } = await request(server).get(`${path}/events`);
  const events: { body: { message: string; output?: unknown } }[] = body;
  return {
    id: created.body.id,
    status,
    log: events.map(event => event.body.message).join('\n'),
    output: events.find(event => event.body.output)?.body.output,
  };
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
