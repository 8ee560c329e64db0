// `npm run test:real`: the contract suite, the browser stories and the identity
// modes against a real Kubernetes API server and real Kratix, as processes of
// this machine, without Docker. Linux only.
// Programs come from KUBEBUILDER_ASSETS and KRATIX_ASSETS, or are built from
// their Go modules once, which takes minutes; what cannot be had is skipped.
// `npm run test:real -- api-server` runs only that stage.
import { realStages } from './real/realStages.mjs';
import { createReport } from './test/createReport.mjs';
import { stopOnSignal } from './processes/stopOnSignal.mjs';

const wanted = process.argv.slice(2);
const names = realStages.map(stage => stage.name);
const unknown = wanted.filter(name => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no stage "${unknown}". There are: ${names}.`);
  process.exit(2);
}

stopOnSignal();
const report = createReport();
for (const stage of realStages) {
  if (wanted.length === 0 || wanted.includes(stage.name)) {
    await report.run(stage);
  }
}
report.finish();
