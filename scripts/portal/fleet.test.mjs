import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse, parseAllDocuments } from 'yaml';
import { inRepository } from '../toolchain/repository.mjs';
import { fleetPlatforms } from './fleetPlatforms.mjs';
import { readFleetConfig } from './readFleetConfig.mjs';

const shipped = inRepository('app-config.fleet.yaml');

test('the configuration of the fleet names the platforms that are started, each with a namespace of its own', () => {
  const { platforms } = parse(readFileSync(shipped, 'utf8')).kratix;

  assert.deepEqual(
    platforms.map(({ name, connection, catalog }) => [
      name,
      connection.kubeconfig.path,
      catalog.namespace,
    ]),
    fleetPlatforms.map(({ name, environmentKey }) => [
      name,
      `\${${environmentKey}}`,
      name,
    ]),
  );
});

test('what the platforms start with is there', () => {
  const paths = fleetPlatforms.flatMap(({ examples }) => examples);

  assert.deepEqual(
    paths.filter(path => !existsSync(path)),
    [],
  );
});

test('a Promise of one platform differs from the shared one where it should, and nowhere else', () => {
  const changed = [
    [
      'dev/redis.yaml',
      'redis.yaml',
      /promise-version$|annotations.sandbox|\/version\/(enum\/\d|default)$|\/image$|\/maxClients$/,
    ],
    ['staging/monitoring.yaml', 'monitoring.yaml', /\/image$/],
    [
      'prod/postgresql.yaml',
      'postgresql.yaml',
      /promise-version$|\/storageGi\/maximum$/,
    ],
  ];
  for (const [own, shared, may] of changed) {
    const differences = findDifferences(
      readDocument(inRepository('examples', 'promises', shared)),
      readDocument(inRepository('examples-fleet', own)),
    );
    assert.ok(differences.length > 0, own);
    assert.deepEqual(
      differences.filter(path => !may.test(path)),
      [],
      own,
    );
  }
});

test('the fleet has the last word over every other configuration', () => {
  const sandboxes = [{ environmentKey: 'A', kubeconfig: 'a.kubeconfig' }];

  assert.deepEqual(
    readFleetConfig({ port: '1', config: ['own.yaml'] }, sandboxes),
    {
      port: '1',
      config: ['own.yaml', shipped],
      env: { A: 'a.kubeconfig' },
    },
  );
  assert.equal(
    readFleetConfig({ config: [] }, sandboxes).config[0],
    inRepository('app-config.yaml'),
  );
});

function readDocument(file) {
  const [document] = parseAllDocuments(readFileSync(file, 'utf8'));
  return document.toJS();
}

/** Paths at which two documents differ. */
function findDifferences(a, b, path = '') {
  const isBranch = value => typeof value === 'object' && value !== null;
  if (!isBranch(a) || !isBranch(b)) {
    return a === b ? [] : [path];
  }
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap(key =>
    findDifferences(a[key], b[key], `${path}/${key}`),
  );
}
