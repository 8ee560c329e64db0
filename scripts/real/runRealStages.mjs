import { realStages } from './realStages.mjs';

/**
 * The stages of `npm run test:real` as one of `npm test`, where they cost no build: a new machine has its answer
 * from the rest, within its time.
 */
export async function runRealStages() {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  const outputs = [];
  for (const { name, run } of realStages) {
    const result = await run({ isBuilding: false });
    for (const key of Object.keys(sum)) {
      sum[key] += result[key];
    }
    if (result.failed > 0 || result.skipped > 0) {
      outputs.push(`${name}: ${result.output}`);
    }
  }
  if (sum.skipped > 0) {
    outputs.unshift(
      'NOT HELD AGAINST REAL KRATIX, or not wholly. With Go, or with KUBEBUILDER_ASSETS and KRATIX_ASSETS, run once: npm run test:real',
    );
  }
  return { ...sum, output: outputs.join('\n') };
}
