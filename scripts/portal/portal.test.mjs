import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { listWorkspacesOf } from './listWorkspacesOf.mjs';
import { findFreePort, requireFreePort } from './ports.mjs';
import { readLogLine } from './readLogLine.mjs';
import { parseOptions } from './readOptions.mjs';
import { namesPlatforms } from './readOwnPlatforms.mjs';
import { sandboxArgs, toSandboxCommand } from './sandboxArgs.mjs';
import { waitFor } from './waitFor.mjs';

describe('listWorkspacesOf', () => {
  it('finds what the app is made of, and nothing of the backend', () => {
    assert.deepEqual(listWorkspacesOf('packages/app').sort(), [
      'packages/app',
      'plugins/kratix',
      'plugins/kratix-common',
    ]);
  });
});

describe('ports', () => {
  it('refuses a port that answers, saying what to do, and goes around it', async () => {
    const server = createServer();
    await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address();

    await assert.rejects(requireFreePort(port), /in use.*--port/s);
    assert.notEqual(await findFreePort(port), port);
    await new Promise(resolve => server.close(resolve));
    await requireFreePort(port);
    assert.equal(await findFreePort(port), port);
  });
});

describe('toSandboxCommand', () => {
  it('starts the same sandbox again, whatever its folder is called', () => {
    const args = sandboxArgs({
      port: 16445,
      kubeconfig: "/my folder/o'hara/kubeconfig",
      options: { name: 'staging', state: '/state', examples: ['/examples'] },
    });

    assert.equal(
      toSandboxCommand(args),
      "npm run sandbox -- --port 16445 --kubeconfig '/my folder/o'\\''hara/kubeconfig'" +
        ' --state /state --name staging --examples /examples',
    );
  });
});

describe('parseOptions', () => {
  const command = {
    usage: 'npm start -- [options]',
    options: {
      port: {
        type: 'string',
        value: 'n',
        default: '3000',
        isPort: true,
        help: 'port of the portal',
      },
      fleet: { type: 'boolean', default: false, help: 'three of them' },
    },
  };

  it('reads what is said, and the defaults of what is not', () => {
    const { ok, options } = parseOptions(command, ['--fleet']);

    assert.equal(ok, true);
    assert.deepEqual({ ...options }, { fleet: true, port: '3000' });
  });

  for (const args of [['--prot', '1'], ['--port'], ['now'], ['--port=a']]) {
    it(`says what can be said instead of ${args.join(' ')}`, () => {
      const { ok, exitCode, message } = parseOptions(command, args);

      assert.deepEqual([ok, exitCode], [false, 2]);
      assert.match(message, /Usage: npm start.*--port <n> {2}port of/s);
    });
  }

  for (const port of ['0', '65536', '-1', '3e3', '']) {
    it(`does not take ${port || 'nothing'} for a port`, () => {
      assert.equal(parseOptions(command, [`--port=${port}`]).exitCode, 2);
    });
  }

  it('helps', () => {
    const { exitCode, message } = parseOptions(command, ['--help']);

    assert.equal(exitCode, 0);
    assert.match(message, /--fleet +three of them/);
  });
});

describe('readLogLine', () => {
  it('reads the level through the colours', () => {
    const line =
      '\x1b[2m2026-01-01T00:00:00.000Z\x1b[22m \x1b[34mcatalog\x1b[39m \x1b[33mwarn\x1b[39m Slow ';

    assert.deepEqual(readLogLine(line), {
      level: 'warn',
      text: 'catalog: Slow ',
    });
    assert.equal(readLogLine('    at somewhere').level, undefined);
  });
});

describe('namesPlatforms', () => {
  it('sees platforms, and only platforms', () => {
    assert.equal(namesPlatforms('kratix: {platforms: [{name: dev}]}'), true);
    assert.equal(namesPlatforms('kratix: {platforms: []}'), false);
    assert.equal(namesPlatforms('app: {title: Mine}'), false);
    assert.equal(namesPlatforms(''), false);
  });
});

describe('waitFor', () => {
  it('goes on asking while the answer is no or an error', async () => {
    const answers = [false, new Error('refused'), true];

    await waitFor({
      what: 'it',
      everyMs: 1,
      isThere: async () => {
        const answer = answers.shift();
        if (answer instanceof Error) {
          throw answer;
        }
        return answer;
      },
    });

    assert.equal(answers.length, 0);
  });

  it('gives up at once with the reason, or after the time', async () => {
    const isThere = () => false;
    const gone = new Error('it ended');

    await assert.rejects(
      waitFor({ what: 'it', isThere, giveUp: () => gone }),
      gone,
    );
    await assert.rejects(
      waitFor({ what: 'the moon', isThere, timeoutMs: 5, everyMs: 1 }),
      /the moon/,
    );
  });
});
