import { mkdirSync } from 'node:fs';
import { runLogged } from './runLogged.mjs';
import { repositoryRoot } from './repository.mjs';

/**
 * Fetches one package, without what it depends on, into a folder of its own.
 * The specs are tried in turn.
 */
export async function fetchPackage({ title, folder, specs }) {
  mkdirSync(folder, { recursive: true });
  const [spec, ...others] = specs;
  const result = await runLogged({
    title,
    command: 'npm',
    args: [
      'install',
      ...['--prefix', folder],
      ...['--no-save', '--no-package-lock', '--no-audit', '--no-fund'],
      ...['--ignore-scripts', '--no-update-notifier', '--global=false'],
      spec,
    ],
    cwd: repositoryRoot,
    hint: 'Is the npm registry reachable? `npm ping` tells, and `npm config get registry` says which one is asked.',
    mayFail: others.length > 0,
  });
  if (!result.ok) {
    await fetchPackage({ title, folder, specs: others });
  }
}
