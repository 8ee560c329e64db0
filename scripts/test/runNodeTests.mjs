import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { runNode } from './command.mjs';
import { readTapResult } from './readTapResult.mjs';

/** The tests of these scripts: plain Node's, as the scripts are plain Node. */
export async function runNodeTests() {
  const files = readdirSync(inRepository('scripts'), { recursive: true })
    .filter(path => path.endsWith('.test.mjs'))
    .map(path => join('scripts', path));
  const { output } = await runNode([
    ...['--test', '--test-reporter=tap', '--test-concurrency=1'],
    ...files,
  ]);
  return readTapResult(output);
}
