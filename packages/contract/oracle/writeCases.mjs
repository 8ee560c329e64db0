// Writes cases for the oracle, one a line, and the same ones for the same seed:
//
//   node writeCases.mjs <seed> <how many of each kind> | go run . > verdicts.jsonl
import { createDice } from './createDice.mjs';
import { breakSchema } from './definitionCases.mjs';
import { createRuleSchema, createRuleValue } from './ruleCases.mjs';
import { createSchema, createValue } from './schemaCases.mjs';

const [seed = '1', count = '100'] = process.argv.slice(2);
const dice = createDice(Number(seed));

for (let index = 0; index < Number(count); index += 1) {
  const schema = createSchema(dice, 3);
  write(schema, createValue(dice, schema, 0.15));
  write(breakSchema(dice, createSchema(dice, 2)), {});
  write(
    createRuleSchema(dice),
    createRuleValue(dice),
    dice.chance(0.5) ? createRuleValue(dice) : undefined,
  );
}

function write(field, value, previous) {
  const line = {
    schema: inSpec(field),
    object: { spec: { field: value } },
    ...(previous !== undefined && { previous: { spec: { field: previous } } }),
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

function inSpec(field) {
  const spec = { type: 'object', properties: { field } };
  return { type: 'object', properties: { spec } };
}
