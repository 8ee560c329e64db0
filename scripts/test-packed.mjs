// `npm run test:packed`: whether `kratix-portal` works where it is installed
// from npm. It packs the command line and what it needs of this repository,
// installs both in an empty folder, and runs every command there. It takes a
// minute or two and asks the npm registry, so `npm test` does not do it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyRepository } from './packed/copyRepository.mjs';
import { prepareYarn } from './toolchain/prepareYarn.mjs';
import { inRepository } from './toolchain/repository.mjs';

const PACKAGES = {
  'plugins/kratix-common': ['src/index', 'src/apiserver'],
  'packages/cli': ['src/index'],
};
const backstageCli = 'node_modules/@backstage/cli/bin/backstage-cli';

const yarn = await prepareYarn(process.execPath);
const REQUEST = `apiVersion: services.kratix-portal.io/v1alpha1
kind: Redis
metadata: { name: cart, namespace: team-a }
spec: { environment: dev }
`;

const folder = mkdtempSync(join(tmpdir(), 'kratix-portal-packed-'));
try {
  const archives = pack(join(folder, 'repository'));
  tryOut(install(join(folder, 'empty'), archives));
  console.log('The packed kratix-portal works.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function pack(repository) {
  mkdirSync(repository);
  copyRepository(
    repository,
    Object.entries(PACKAGES).flatMap(([path, entries]) =>
      entries.map(entry => `${path}/${entry}`),
    ),
  );
  return Object.keys(PACKAGES).map(path => {
    const cwd = join(repository, path);
    const archive = join(folder, `${path.replace('/', '-')}.tgz`);
    console.log(`Packing ${path}`);
    run(
      process.execPath,
      [join(repository, backstageCli), 'package', 'build'],
      cwd,
    );
    run(yarn.command, [...yarn.args, 'pack', '--out', archive], cwd);
    return archive;
  });
}

function install(cwd, archives) {
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'package.json'), '{ "private": true }\n');
  console.log('Installing');
  run('npm', ['install', '--no-audit', '--no-fund', ...archives], cwd);
  return cwd;
}

function tryOut(cwd) {
  const command = join(cwd, 'node_modules/.bin/kratix-portal');
  const promise = inRepository('examples/promises/redis.yaml');
  const request = join(cwd, 'request.yaml');
  writeFileSync(request, REQUEST);
  const commands = [
    ['--version'],
    ['check', promise, request],
    ['form', promise, '--values', request],
    ['diff', promise, promise, '--requests', request],
    ['render', promise],
    ['preview', '--help'],
  ];
  for (const args of commands) {
    console.log(`kratix-portal ${args[0]}`);
    const output = run(command, args, cwd);
    if (output.trim() === '') {
      throw new Error(`kratix-portal ${args.join(' ')} said nothing`);
    }
  }
}

function run(command, args, cwd) {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 26,
  });
}
