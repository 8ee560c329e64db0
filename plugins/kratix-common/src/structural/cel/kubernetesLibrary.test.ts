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
  ["ip('::1').family()", 6n],
  ["ip('::1') == ip('0:0::1')", true],
  ["ip('::1') == ip('127.0.0.1')", false],
  ["isIP('01.2.3.4')", false],
  ["isIP('0x7f.1')", false],
  ["isIP('::ffff:1.2.3.4')", false],
  ["isIP('fe80::1%eth0')", false],
  ["string(ip('::1.2.3.4'))", '::102:304'],
  ["ip.isCanonical('2001:DB8::ABCD')", false],
  ["ip('255.255.255.255').isGlobalUnicast()", false],
  ["ip('10.0.0.1').isGlobalUnicast()", true],
  ["ip('ff01::1').isLinkLocalMulticast()", false],
  ["ip('febf::1').isLinkLocalUnicast()", true],
  ["cidr('10.0.0.0/8').containsIP('10.1.2.3')", true],
  ["cidr('10.0.0.0/8').containsIP(ip('::1'))", false],
  ["cidr('10.0.0.0/8').containsCIDR('10.1.0.0/16')", true],
  ["cidr('10.1.0.0/16').containsCIDR('10.0.0.0/8')", false],
  ["string(cidr('10.1.2.3/12').masked())", '10.0.0.0/12'],
  ["string(cidr('10.1.2.3/12').ip())", '10.1.2.3'],
  ["isCIDR('10.0.0.0/08')", false],
  ['[1, 2, 3].all(i, v, i < v)', true],
  ["{'a': 'a', 'b': 'c'}.exists(k, v, k != v)", true],
  ['[1, 1, 2, 2, 3, 3].existsOne(i, v, i == 2 && v == 2)', true],
  ['[1, 2, 3].transformList(i, v, i * v)', [0n, 2n, 6n]],
  ['[1, 2, 3].transformList(i, v, i % 2 == 0, v)', [1n, 3n]],
  ["{'a': 1}.transformMap(k, v, v + 1) == {'a': 2}", true],
  ["{'a': 'b'}.transformMapEntry(k, v, {v: k}) == {'b': 'a'}", true],
  ['[[1, 2], [3]].all(i, l, l.all(j, v, v > i + j))', true],
  ["'x.all(i, v, y)'.contains('.all(i, v')", true],
  ["has({'a': [{'b': 1}]}.a[0].b)", true],
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

  it.each([
    ["ip('1.2.3').family()", 'parse error during conversion'],
    ["cidr('10.0.0.0/33').prefixLength()", 'parse error during conversion'],
    [
      "['x', 'x'].transformMapEntry(i, v, {v: i})",
      'insert failed: key x already exists',
    ],
  ])('fails as the API server does: %s', (expression, why) => {
    expect(() => compileCel(expression).evaluate({})).toThrow(why);
  });
});
