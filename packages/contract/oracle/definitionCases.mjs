const breaks = [
  ...[{ type: undefined }, { type: 'string' }, { type: 'tensor' }],
  ...[{ default: 'x' }, { default: {} }, { uniqueItems: true }],
  ...[{ items: undefined }, { additionalProperties: true }],
  ...[{ pattern: '(?=a)' }, { pattern: '(' }, { properties: { a: {} } }],
  { additionalProperties: { type: 'string' } },
  { 'x-kubernetes-list-type': 'set' },
  { 'x-kubernetes-list-type': 'map' },
  { 'x-kubernetes-list-map-keys': ['a'] },
  { 'x-kubernetes-map-type': 'granular' },
  { 'x-kubernetes-embedded-resource': true },
  { anyOf: [{ type: 'string' }] },
  { allOf: [{ title: 't', nullable: true, default: 1 }] },
  { not: { properties: { a: { description: 'd' } } } },
];

/** Breaks a schema somewhere, so that no CRD may have it. */
export function breakSchema(dice, schema) {
  const nodes = nodesOf(schema);
  Object.assign(dice.pick(nodes), dice.pick(breaks));
  return schema;
}

function nodesOf(schema) {
  return [
    schema,
    ...[
      ...Object.values(schema.properties ?? {}),
      ...(schema.items ? [schema.items] : []),
      ...(typeof schema.additionalProperties === 'object'
        ? [schema.additionalProperties]
        : []),
    ].flatMap(nodesOf),
  ];
}
