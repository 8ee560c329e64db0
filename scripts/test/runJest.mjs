import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRepository } from '../toolchain/repository.mjs';
import { runNode } from './command.mjs';
import { readJestResult } from './readJestResult.mjs';

/** Every jest test of every package: unit, integration and contract. */
export async function runJest() {
  const file = inRepository('artifacts', 'test', 'jest.json');
  mkdirSync(inRepository('artifacts', 'test'), { recursive: true });
  rmSync(file, { force: true });
  const { output } = await runNode([
    'node_modules/@backstage/cli/bin/backstage-cli',
    ...['repo', 'test', '--maxWorkers=2', '--json', `--outputFile=${file}`],
  ]);
  const text = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  return text
    ? readJestResult(JSON.parse(text))
    : { passed: 0, failed: 1, skipped: 0, output };
}
