import type { JsonObject } from '@backstage/types';
import { pruneFormValues } from '../manifest/pruneFormValues';
import { withoutSecrets } from './withoutSecrets';

const password = { type: 'string', format: 'password' };
const text = { type: 'string' };

const schemaOf = (spec: JsonObject) => ({ properties: { spec } });

const properties = {
  password,
  note: text,
  'odd.name': password,
  pins: { type: 'array', items: password },
  admin: { type: 'object', properties: { pw: password, name: text } },
};

const spec = {
  password: 'p1',
  note: 'n',
  'odd.name': 'p2',
  pins: ['p3'],
  admin: { pw: 'p4', name: 'ana' },
  unknown: 'stays',
};

describe('withoutSecrets', () => {
  const schema = schemaOf({ type: 'object', properties });
  const shown = withoutSecrets({ schema }, spec);

  it('leaves out what the API says is a secret, however it is called', () => {
    expect(shown).toEqual({
      note: 'n',
      admin: { name: 'ana' },
      unknown: 'stays',
    });
  });

  it('leaves out nothing for good: a change keeps what its form was not told', () => {
    expect(pruneFormValues(schema, shown, { previous: spec })).toEqual(spec);
    expect(
      pruneFormValues(
        schema,
        { ...shown, note: 'changed', password: 'new' },
        { previous: spec },
      ),
    ).toEqual({ ...spec, note: 'changed', password: 'new' });
  });

  it('and an order that stands nowhere yet keeps nothing', () => {
    expect(pruneFormValues(schema, shown)).toEqual(shown);
  });

  it('does not keep one of the alternatives beside the other', () => {
    const either = schemaOf({
      type: 'object',
      properties: { password, token: text },
      oneOf: [{ required: ['password'] }, { required: ['token'] }],
    });

    expect(
      pruneFormValues(either, { token: 't' }, { previous: { password: 'p1' } }),
    ).toEqual({ token: 't' });
  });
});
