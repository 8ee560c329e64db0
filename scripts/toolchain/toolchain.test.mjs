import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from './commandLine.mjs';
import { describeYarnOutput } from './describeYarnOutput.mjs';
import { isFittingNode } from './prepareNode.mjs';
import { isFittingYarn } from './prepareYarn.mjs';
import { toYarnEnvironment } from './readNpmNetworkSettings.mjs';

describe('isFittingNode', () => {
  it('takes 24, and 22 from the first that can require ES modules', () => {
    const versions = [
      'v18.20.8',
      'v20.20.2',
      'v22.11.0',
      'v22.12.0',
      'v23.1.0',
    ];

    assert.deepEqual([...versions, 'v24.0.0', 'v26.1.0'].map(isFittingNode), [
      ...[false, false, false, true, false],
      ...[true, false],
    ]);
  });
});

describe('isFittingYarn', () => {
  it('takes a Yarn 4 that writes our lockfile, and no other', () => {
    const versions = ['', '1.22.22', '3.8.0', '4.9.1', '4.18.1', '4.20.0'];

    assert.deepEqual(versions.map(isFittingYarn), [
      ...[false, false, false, false, true, true],
    ]);
  });
});

describe('toYarnEnvironment', () => {
  const isYarnTold = false;

  it('passes nothing on where npm cannot tell', () => {
    const npm = { 'https-proxy': null, proxy: null, cafile: null };

    assert.deepEqual(toYarnEnvironment({ npm, isYarnTold, env: {} }), {});
  });

  it('passes a mirror, proxies and certificates on', () => {
    const npm = {
      registry: 'http://mirror.example:4873/npm/',
      'https-proxy': 'http://proxy.example:3128',
      proxy: 'http://proxy.example:3128',
      cafile: '/etc/ca.pem',
    };

    assert.deepEqual(toYarnEnvironment({ npm, isYarnTold, env: {} }), {
      YARN_NPM_REGISTRY_SERVER: 'http://mirror.example:4873/npm',
      YARN_UNSAFE_HTTP_WHITELIST: 'mirror.example',
      YARN_HTTPS_PROXY: 'http://proxy.example:3128',
      YARN_HTTP_PROXY: 'http://proxy.example:3128',
      YARN_HTTPS_CA_FILE_PATH: '/etc/ca.pem',
    });
  });

  it('lets win what Yarn was told, in its file or its environment', () => {
    const npm = { registry: 'https://npm.example', cafile: '/etc/npm.pem' };

    assert.deepEqual(
      toYarnEnvironment({
        npm,
        isYarnTold: true,
        env: { YARN_HTTPS_CA_FILE_PATH: '/etc/yarn.pem' },
      }),
      {},
    );
  });
});

describe('describeYarnOutput', () => {
  it('turns the start of a step into plain words and ignores the rest', () => {
    assert.equal(
      describeYarnOutput('➤ YN0000: ┌ Fetch step'),
      'fetching packages',
    );
    assert.equal(describeYarnOutput('➤ YN0000: └ Completed'), undefined);
    assert.equal(describeYarnOutput('➤ YN0000: ┌ Some new step'), undefined);
  });
});

describe('commandLine', () => {
  it('leaves a command alone except on Windows, where a shell has to run npm', () => {
    const args = ['--prefix', 'C:\\a b'];

    assert.deepEqual(commandLine('npm', args, 'linux'), {
      command: 'npm',
      args,
      shell: false,
    });
    assert.deepEqual(commandLine('npm', args, 'win32'), {
      command: 'npm',
      args: ['--prefix', '"C:\\a b"'],
      shell: true,
    });
    assert.equal(commandLine('C:\\node.exe', args, 'win32').shell, false);
  });
});
