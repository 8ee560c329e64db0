import { readFileSync, rmSync } from 'node:fs';
import { runNode } from '../test/command.mjs';
import { readJestResult } from '../test/readJestResult.mjs';
import { inRepository } from '../toolchain/repository.mjs';

/** One file of packages/contract, against the platform of a kubeconfig. */
export async function runContract(pattern, kubeconfig) {
  const file = inRepository('artifacts', 'real', `${pattern}.json`);
  rmSync(file, { force: true });
  const { output } = await runNode(
    [
      'node_modules/@backstage/cli/bin/backstage-cli',
      ...['repo', 'test', pattern, '--runInBand'],
      ...['--json', `--outputFile=${file}`],
    ],
    { KRATIX_CONTRACT_KUBECONFIG: kubeconfig },
  );
  const text = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  return text
    ? readJestResult(JSON.parse(text))
    : { passed: 0, failed: 1, skipped: 0, output };
}
