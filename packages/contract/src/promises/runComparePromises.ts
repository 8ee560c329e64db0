import { join } from 'node:path';
import { startTarget } from '../target';
import { compareVerdicts } from './compareVerdicts';
import { judgeByCheck } from './judgeByCheck';
import { judgeOnPlatform } from './judgeOnPlatform';
import { readPromiseSets } from './PromiseSet';

const CHECK = join(__dirname, '../../../cli/bin/kratix-portal');

const say = (text: string) => process.stdout.write(`${text}\n`);

async function run(): Promise<void> {
  const [folder] = process.argv.slice(2);
  if (!folder || !process.env.KRATIX_CONTRACT_KUBECONFIG) {
    throw new Error(
      'Usage: KRATIX_CONTRACT_KUBECONFIG=<real platform> compare-promises <folder of folders with promise.yaml>',
    );
  }
  const real = await startTarget();
  const sandbox = await startTarget({});
  let differences = 0;
  let judged = 0;
  try {
    for (const set of readPromiseSets(folder)) {
      const expected = await judgeOnPlatform(real.api, set);
      judged += expected.size;
      const others = {
        sandbox: await judgeOnPlatform(sandbox.api, set),
        check: await judgeByCheck(CHECK, set),
      };
      const taken = [...expected.values()].filter(({ isTaken }) => isTaken);
      say(`${set.name}: ${expected.size} judged, ${taken.length} taken`);
      const found = Object.entries(others).flatMap(([name, verdicts]) =>
        compareVerdicts(expected, verdicts).map(each => `  ${name}: ${each}`),
      );
      found.forEach(say);
      differences += found.length;
    }
    say(`${judged} judged alike by three, but for ${differences} differences`);
    process.exitCode = differences > 0 ? 1 : 0;
  } finally {
    await real.close();
    await sandbox.close();
  }
}

run().catch(error => {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 2;
});
