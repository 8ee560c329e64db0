import { compileCel } from './CelProgram';

/** What Kubernetes' own evaluation of each says (k8s.io/apiserver 0.36). */
const truths: readonly [string, unknown][] = [
  ["'PassWord'.matches('(?i:PASSWORD)')", true],
  ["'abc'.matches('^[[:alpha:]]+$')", true],
  ["'abc'.matches('b')", true],
  ["format.dns1123Label().validate('abc').hasValue()", false],
  ["format.dns1123Label().validate('a_b').hasValue()", true],
  ["format.dns1123Label().validate('abc') == null", false],
  ["format.labelValue().validate('').hasValue()", false],
  ["format.qualifiedName().validate('a.b/C_d').hasValue()", false],
  ["format.qualifiedName().validate('a/b/c').hasValue()", true],
  ["quantity('1Gi').isGreaterThan(quantity('1000M'))", true],
  ["quantity('500m').compareTo(quantity('0.5'))", 0n],
  ["quantity('1Ki').asInteger()", 1024n],
  ["quantity('1e3').isInteger()", true],
  ["quantity('-1').sign()", -1n],
  ["quantity('1').add(quantity('2')).asInteger()", 3n],
  ["quantity('1').sub(3).asInteger()", -2n],
  ["isQuantity('10 Gi')", false],
  ["sets.contains(['a', 'b'], ['b'])", true],
  ["sets.intersects(['a'], ['b'])", false],
  ["sets.equivalent(['a', 'b'], ['b', 'a', 'a'])", true],
  ["'a-b-c'.replace('-', '.')", 'a.b.c'],
  ["'abc'.charAt(1)", 'b'],
  ["'a1b22'.findAll('[0-9]+')", ['1', '22']],
  ["{'a': 1}.?a.optMap(v, v + 1).orValue(0)", 2n],
  ["{'b': 1}.?a.optMap(v, v + 1).orValue(0)", 0n],
  ["{'a': 1}.?a.optMap(v, v > 1).hasValue()", true],
];

describe('what Kubernetes adds to CEL', () => {
  it.each(truths)('%s', (expression, value) => {
    expect(compileCel(expression).evaluate({})).toEqual(value);
  });

  it('fails as the API server does where a text is no quantity', () => {
    expect(() => compileCel("quantity('x').sign()").evaluate({})).toThrow(
      'cannot convert',
    );
  });
});
