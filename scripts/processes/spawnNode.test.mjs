import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { describe, it } from 'node:test';
import { waitFor } from '../portal/waitFor.mjs';

const module = new URL('./spawnNode.mjs', import.meta.url);
// Starts a child that would run for a minute; prints its process id once it runs.
const parent = `
  import { spawnNode } from '${module}';
  const script = 'process.send("up"); setTimeout(() => {}, 60000)';
  const child = spawnNode(['-e', script], {
    stdio: ['ignore', 'ignore', 'ignore'],
  });
  child.once('message', () => console.log(child.pid));
  setTimeout(() => {}, 60000);
`;

const isAlive = pid => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe('spawnNode', () => {
  it('leaves nobody behind when the parent is killed outright', async () => {
    const child = spawn(process.execPath, [
      '--input-type=module',
      '-e',
      parent,
    ]);
    const pid = await new Promise(resolve =>
      child.stdout.once('data', data => resolve(Number(data))),
    );
    assert.ok(isAlive(pid));

    child.kill('SIGKILL');

    await waitFor({
      what: 'its end',
      timeoutMs: 10_000,
      isThere: () => !isAlive(pid),
    });
  });
});
