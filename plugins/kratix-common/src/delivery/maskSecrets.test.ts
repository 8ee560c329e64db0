import { maskSecrets } from './maskSecrets';

const secret = (more = '') => `apiVersion: v1
kind: Secret
metadata:
  name: credentials
${more}`;

describe('maskSecrets', () => {
  it('leaves a file alone that holds none, to the letter', () => {
    const text = 'a:   1 # secretly\n\n\nb: "2"\n';

    expect(maskSecrets(text)).toEqual({ text, hasSecrets: false });
  });

  it.each([
    ['data', secret('data:\n  password: aHVudGVyMg==\n')],
    ['stringData', secret('stringData:\n  password: hunter2\n')],
    ['one document of many', `a: 1\n---\n${secret('data: {p: hunter2}\n')}`],
    ['a list', `kind: List\nitems:\n- {kind: Secret, data: {p: hunter2}}\n`],
    ['JSON', '{"kind":"Secret","data":{"p":"hunter2"}}'],
    [
      'a kind that is spelled out',
      '{"kind":"S\\u0065cret","data":{"p":"hunter2"}}',
    ],
    ['a kind in hexadecimal', 'kind: "\\x53ecret"\ndata: {p: hunter2}\n'],
    ['a kind in long form', 'kind: "\\U00000053ecret"\ndata: {p: hunter2}\n'],
    ['a kind on two lines', 'kind: "Sec\\\n  ret"\ndata: {p: hunter2}\n'],
    ['data that is no map', secret('data: hunter2\n')],
    [
      'what kubectl remembers',
      `kind: Secret\nmetadata:\n  annotations:\n    kubectl.kubernetes.io/last-applied-configuration: hunter2\n`,
    ],
    ['a kind by alias', `x: &k Secret\nkind: *k\ndata: {p: hunter2}\n`],
  ])('hides values in %s', (_, text) => {
    const masked = maskSecrets(text);

    expect(masked?.hasSecrets).toBe(true);
    expect(masked?.text).not.toContain('hunter2');
    expect(masked?.text).not.toContain('aHVudGVyMg');
    expect(masked?.text).toContain('••••••');
  });

  it('shows nothing of what it cannot take apart', () => {
    expect(maskSecrets(secret('data:\n  p: "hunter2\n'))).toBeUndefined();
    expect(
      maskSecrets('kind: Secret\ndata: {a: &x hunter2}\nb: *x\n'),
    ).toBeUndefined();
  });

  it.each([
    [
      'its data is an alias',
      'x: &d {p: hunter2}\ny: {kind: Secret, data: *d}\n',
    ],
    [
      'a value is an alias',
      'x: &d hunter2\ny: {kind: Secret, data: {p: *d}}\n',
    ],
    [
      'its data is merged in',
      'x: &d {data: {p: hunter2}}\ny: {kind: Secret, <<: *d}\n',
    ],
    [
      'its kind is merged in',
      'x: &k {kind: Secret}\ny: {<<: *k, data: {p: hunter2}}\n',
    ],
    [
      'a template writes its kind',
      'kind: {{ .kind }}Secret\ndata:\n  p: hunter2\n',
    ],
  ])('shows nothing where %s', (_, text) => {
    expect(maskSecrets(text)).toBeUndefined();
  });

  it('shows a template that no Secret is likely to be', () => {
    const text = '{{- if .Values.secretName }}\nkind: Deployment\n{{- end }}\n';

    expect(maskSecrets(text)).toEqual({ text, hasSecrets: false });
  });

  it('keeps names of Secrets elsewhere', () => {
    const text = 'kind: Deployment\nspec: {secretName: credentials}\n';

    expect(maskSecrets(text)?.text).toBe(text);
  });
});
