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
  const value = createValue(dice, schema, 0.15);
  write(schema, value, createPrevious(schema, value));
  write(breakSchema(dice, createSchema(dice, 2)), {});
  write(
    createRuleSchema(dice),
    createRuleValue(dice),
    dice.chance(0.5) ? createRuleValue(dice) : undefined,
  );
}

/** Of half of them, what was there before: the same, in whole or in parts, or something else. */
function createPrevious(schema, value) {
  if (dice.chance(0.5)) {
    return undefined;
  }
  return dice.chance(0.4) ? value : mix(value, createValue(dice, schema, 0.15));
}

function mix(value, other) {
  const isMixed = [value, other].every(
    each => typeof each === 'object' && each !== null && !Array.isArray(each),
  );
  if (!isMixed) {
    return dice.chance(0.5) ? value : other;
  }
  return Object.fromEntries(
    Object.entries({ ...other, ...value }).map(([key, each]) => [
      key,
      key in other ? mix(each, other[key]) : each,
    ]),
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
