const rules = [
  ...["self.a == 'x'", 'has(self.a) && self.a.size() > 1', 'self.n >= self.m'],
  ...['!has(self.n) || self.n < 3', 'self.l.all(x, x > 0)', 'self == oldSelf'],
  ...['self.l.exists(x, x == 2)', 'size(self.l) < 3', 'self.l[0] == 1'],
  ...["self.a.matches('^[a-z]+$')", "self.a.startsWith('a')"],
  ...['self.a == oldSelf.a', '!has(oldSelf.a) || has(self.a)'],
  ...["'k' in self.map", "self.map['k'] == 1", "self.map.all(k, k != 'k')"],
  ...["self.t > timestamp('2023-01-01T00:00:00Z')", 'self.f > 0.5'],
  ...["self.d < duration('2h')", 'self.n / self.m == 1', 'self.n % 2 == 0'],
  ...["self.kl.exists(x, x.name == 'a')", 'self.l.sum() < 5'],
  ...["self.a in ['a', 'b']", 'self.l.isSorted()', 'oldSelf.n <= self.n'],
  ...["self.x__dash__y == 'q'", "self.__namespace__ == 'z'", 'self.io == 1'],
  ...["self.kl.filter(x, x.name == 'a').size() <= 1", 'self.l == [1, 2]'],
  ...['self.l.all(i, v, v > i)', 'self.map.existsOne(k, v, v > 1)'],
  ...['self.l.transformList(i, v, i > 0, v + i).sum() < 4'],
  ...["isIP(self.a) || isCIDR(self.a + '/8')"],
  ...['self.n == 1 || self.m == 2', 'self.l.exists_one(x, x == 1)'],
];
const messages = ["'a is ' + self.a", "''"];

/** An object with rules; lists and texts are bounded, or the API server would not allow the rules. */
export function createRuleSchema(dice) {
  const text = { type: 'string', maxLength: 20 };
  const integer = { type: 'integer' };
  const rule = choices => [
    {
      rule: dice.pick(choices),
      ...dice.some({
        message: [0.3, ['Be good', '  spaced  ']],
        reason: [0.2, ['FieldValueForbidden', 'FieldValueDuplicate']],
      }),
    },
  ];
  const own = rule(rules);
  const entries = rule([
    'self.v > 1',
    'self.v >= oldSelf.v',
    'self == oldSelf',
  ]);
  const values = rule(['self > 1', 'self >= oldSelf']);
  return {
    type: 'object',
    properties: {
      ...{ a: text, n: integer, m: integer, f: { type: 'number' } },
      l: { type: 'array', items: integer, maxItems: 9 },
      map: {
        type: 'object',
        maxProperties: 9,
        additionalProperties: {
          ...integer,
          ...dice.some({ 'x-kubernetes-validations': [0.2, [values]] }),
        },
      },
      t: { ...text, format: 'date-time' },
      d: { ...text, format: 'duration' },
      ...{ io: { 'x-kubernetes-int-or-string': true } },
      ...{ 'x-y': text, namespace: text },
      kl: {
        ...{ type: 'array', maxItems: 9, 'x-kubernetes-list-type': 'map' },
        'x-kubernetes-list-map-keys': ['name'],
        items: {
          ...{ type: 'object', required: ['name'] },
          properties: { name: text, v: integer },
          ...dice.some({ 'x-kubernetes-validations': [0.3, [entries]] }),
        },
      },
    },
    'x-kubernetes-validations': own.map(each => ({
      ...each,
      ...dice.some({
        fieldPath: [0.15, ['.a']],
        messageExpression: [0.2, messages],
      }),
    })),
  };
}

export function createRuleValue(dice) {
  return dice.some({
    a: [0.7, ['a', 'b', 'ab', 'x', '1', '', 'A b', '10.0.0.0', '::1']],
    n: [0.7, [0, 1, 2, 3, 4]],
    m: [0.7, [0, 1, 2]],
    f: [0.7, [0.5, 1, 0.1]],
    l: [0.7, [[], [1], [2, 1], [1, 2], [1, 2, 3, 4], [-1]]],
    map: [0.7, [{}, { k: 1 }, { j: 2, k: 3 }]],
    t: [0.7, ['2022-01-01T00:00:00Z', '2023-06-01T00:00:00Z']],
    d: [0.7, ['1h', '3h']],
    io: [0.7, [1, '10%', 'x']],
    'x-y': [0.7, ['q', 'r']],
    namespace: [0.7, ['z', 'y']],
    kl: [
      0.7,
      [[], [{ name: 'a', v: 1 }], [{ name: 'a', v: 2 }, { name: 'b' }]],
    ],
  });
}
