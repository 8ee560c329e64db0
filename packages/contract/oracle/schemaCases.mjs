const formats = [
  ...['date', 'date-time', 'duration', 'email', 'hostname', 'ipv4', 'ipv6'],
  ...['cidr', 'uri', 'uuid', 'byte', 'hexcolor', 'rgbcolor', 'creditcard'],
  ...['isbn', 'password', 'mac', 'ssn', 'k8s-short-name', 'tensor'],
];
const patterns = ['^a', 'b$', '^[a-z]+$', '(?i)^AB$', '^\\d+$', '[[:alpha:]]'];
const texts = [
  ...['', 'a', 'ab', 'abc', 'b', 'A', '1', '10%', 'a b', 'é', '𝒜', 'a.b'],
  ...['2023-01-01', '2023-02-29', '2023-01-01T00:00:00Z', '1h', '5 days'],
  ...['10.0.0.1', '::1', '10.0.0.0/8', 'http://a.b/c', '/p', 'a@b.c', 'YWI='],
  ...['550e8400-e29b-41d4-a716-446655440000', '#fff', 'rgb(1,2,3)'],
  ...['4111111111111111', '0321751043', '978-0321751041'],
];
const names = ['a', 'b', 'c'];

const makers = {
  scalar(dice) {
    const type = dice.pick(['string', 'string', 'integer', 'number', 'any']);
    const shape =
      type === 'any'
        ? { 'x-kubernetes-int-or-string': true }
        : { type, ...bounds(dice, type) };
    return {
      ...shape,
      ...dice.some({
        enum: [0.2, [['a', 'b'], [1, 'ab'], [2]]],
        nullable: [0.2, [true]],
      }),
      ...combine(dice, () =>
        dice.some({
          enum: [0.4, [['a'], [1], ['b', 2]]],
          pattern: [0.4, patterns],
          minLength: [0.4, [1, 2]],
          minimum: [0.4, [0, 1, 2]],
        }),
      ),
    };
  },
  list(dice, depth) {
    const size = dice.some({
      minItems: [0.3, [1, 2]],
      maxItems: [0.3, [1, 2]],
    });
    if (dice.chance(0.3)) {
      return { type: 'array', ...size, ...keyedItems(dice) };
    }
    const items = createSchema(dice, depth);
    const isSet = items.type === 'string' && !items.nullable;
    return {
      ...{ type: 'array', items, ...size },
      ...(isSet && dice.some({ 'x-kubernetes-list-type': [0.5, ['set']] })),
    };
  },
  map: (dice, depth) => ({
    type: 'object',
    additionalProperties: dice.chance(0.1) || createSchema(dice, depth),
    ...dice.some({ minProperties: [0.3, [1, 2]], maxProperties: [0.3, [1]] }),
  }),
  open: (dice, depth) => ({
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
    ...(dice.chance(0.5) && { properties: { a: createSchema(dice, depth) } }),
  }),
  embedded: (dice, depth) => ({
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    properties: { spec: createSchema(dice, depth) },
  }),
  object(dice, depth) {
    const properties = Object.fromEntries(
      names
        .filter(() => dice.chance(0.7))
        .map(name => [name, withDefault(dice, createSchema(dice, depth))]),
    );
    return {
      ...{ type: 'object', properties },
      ...dice.some({
        required: [0.4, [['a'], ['b'], ['c']]],
        minProperties: [0.15, [2]],
        maxProperties: [0.15, [1]],
        nullable: [0.15, [true]],
      }),
      ...combine(dice, () => dice.some({ required: [0.8, [['a'], ['b']]] })),
    };
  },
};

/** A schema of something, at most so deep. */
export function createSchema(dice, depth) {
  const kinds = ['scalar', 'scalar', 'object', 'object', 'list', 'map', 'open'];
  const kind = depth > 0 ? dice.pick([...kinds, 'embedded']) : 'scalar';
  return makers[kind](dice, depth - 1);
}

function bounds(dice, type) {
  return type === 'string'
    ? dice.some({
        minLength: [0.3, [1, 2, 3]],
        maxLength: [0.3, [1, 2]],
        pattern: [0.3, patterns],
        format: [0.4, formats],
      })
    : dice.some({
        minimum: [0.4, [0, 1, 2]],
        maximum: [0.4, [0, 1, 5]],
        exclusiveMinimum: [0.2, [true]],
        exclusiveMaximum: [0.2, [true]],
        multipleOf: [0.3, type === 'integer' ? [2, 3] : [0.5, 2]],
        format: [0.3, type === 'integer' ? ['int32', 'int64', 'x'] : ['float']],
      });
}

function keyedItems(dice) {
  return {
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['a'],
    items: {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'string' }, b: makers.scalar(dice) },
    },
  };
}

function combine(dice, createPart) {
  if (!dice.chance(0.25)) {
    return {};
  }
  const keyword = dice.pick(['anyOf', 'oneOf', 'allOf', 'not']);
  return {
    [keyword]: keyword === 'not' ? createPart() : [createPart(), createPart()],
  };
}

function withDefault(dice, schema) {
  return dice.chance(0.2)
    ? { ...schema, default: createValue(dice, schema, 0.05) }
    : schema;
}

/** A value of a schema, wrong here and there. */
export function createValue(dice, schema, wrong) {
  if (dice.chance(wrong)) {
    return dice.pick([null, 'a', 1, 1.5, true, [], {}, [1], { a: 1 }]);
  }
  if (schema.enum && dice.chance(0.6)) {
    return dice.pick(schema.enum);
  }
  switch (schema.type) {
    case 'string':
      return dice.pick(texts);
    case 'integer':
      return dice.pick([0, 1, 2, 3, 5, 6, -1, 2147483648]);
    case 'number':
      return dice.pick([0, 1, 0.5, 1.5, 2, -1]);
    case 'array':
      return Array.from({ length: dice.pick([0, 1, 2, 3]) }, () =>
        createValue(dice, schema.items, wrong),
      );
    case 'object':
      return createObject(dice, schema, wrong);
    default:
      return dice.pick([1, 0, 'a', '10%']);
  }
}

function createObject(dice, schema, wrong) {
  const values = schema.additionalProperties;
  const of = (each, keys, probability) =>
    keys
      .filter(() => dice.chance(probability))
      .map(key => [key, createValue(dice, each(key), wrong)]);
  const { properties = {} } = schema;
  return {
    ...(schema['x-kubernetes-embedded-resource'] &&
      dice.some({
        kind: [0.85, ['Pod', '', '9x']],
        apiVersion: [0.85, ['v1', 'a/b', 'a/b/c', '']],
        metadata: [0.5, [{ name: 'x' }]],
      })),
    ...Object.fromEntries(
      of(key => properties[key], Object.keys(properties), 0.75),
    ),
    ...(values &&
      Object.fromEntries(
        of(() => (values === true ? {} : values), ['k', 'l.m'], 0.6),
      )),
    ...dice.some({ zz: [0.15, [1, { y: 1 }]] }),
  };
}
