// `npm test`: everything that has to hold before a change goes in. One line per
// stage, whatever fails in full, and the sum as the very last line.
// `npm test -- unit browser` runs only those stages.
import { createReport } from './test/createReport.mjs';
import { lanes } from './test/stages.mjs';
import { stopOnSignal } from './processes/stopOnSignal.mjs';

const wanted = process.argv.slice(2);
const names = lanes.flat(2).map(stage => stage.name);
const unknown = wanted.filter(name => !names.includes(name));
if (unknown.length > 0) {
  console.error(
    `There is no stage "${unknown.join('", "')}". There are: ${names.join(
      ', ',
    )}.`,
  );
  process.exit(2);
}

stopOnSignal();
const report = createReport();
// Groups run one after another; the lanes of a group side by side; the stages
// of a lane in order, since a later one reads what an earlier one wrote.
for (const group of lanes) {
  await Promise.all(group.map(lane => runLane(lane)));
}
report.finish();

async function runLane(lane) {
  for (const stage of lane) {
    if (wanted.length === 0 || wanted.includes(stage.name)) {
      await report.run(stage);
    }
  }
}
