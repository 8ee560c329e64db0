import type { Translate } from '../../../translation';
import { sayPlainly } from './sayPlainly';

const t = ((key: string, { field = '', pattern = '', example = '' } = {}) =>
  [key, field, pattern, example]
    .filter(Boolean)
    .join(' ')) as unknown as Translate;

const missing = (name: string) => ({
  __errors: [`must have required property '${name}'`],
});

const text = { type: 'string' };

const choice = {
  properties: { every: text },
  oneOf: [
    { title: 'None', properties: { git: {}, s3: {} } },
    { properties: { git: { properties: { url: text } } } },
    { properties: { s3: text } },
  ],
};

const onePlease = 'must match exactly one schema in oneOf';

describe('sayPlainly', () => {
  it('says what is needed at any depth, in lists and in maps', () => {
    const errors = {
      must: missing('Must'),
      users: { 1: { name: missing('Name') } },
      labels: { 'a.b/c': missing("the team's") },
      __errors: ['one field needs another look'],
    };

    expect(sayPlainly(errors, { schema: {}, value: {} }, t)).toEqual({
      must: { __errors: ['field.needed Must'] },
      users: { 1: { name: { __errors: ['field.needed Name'] } } },
      labels: { 'a.b/c': { __errors: ["field.needed the team's"] } },
      __errors: ['one field needs another look'],
    });
  });

  it('leaves what others say as they say it', () => {
    const errors = { a: { __errors: ['must be >= 1'] } };

    expect(sayPlainly(errors, { schema: {}, value: {} }, t)).toEqual(errors);
    expect(sayPlainly(undefined, { schema: {}, value: {} }, t)).toBeUndefined();
  });

  it.each([
    ['the pattern', {}, {}, 'field.unfit ^[a-z]+$'],
    ['an example', {}, { 'ui:placeholder': 'abc' }, 'field.unfitExample abc'],
    ['what it would be else', { default: 'x' }, {}, 'field.unfitExample x'],
    [
      'no example that does not fit either',
      { default: 'A' },
      { 'ui:placeholder': '12' },
      'field.unfit ^[a-z]+$',
    ],
  ])('shows %s where a text has another form', (_, words, ui, said) => {
    const part = {
      schema: {
        properties: {
          zone: { ...text, ...words },
          zones: { items: { ...text, ...words } },
        },
      },
      value: { zone: '1', zones: ['1'] },
      ui: { zone: ui, zones: { items: ui } },
    };
    const unfit = { __errors: ['must match pattern "^[a-z]+$"'] };

    expect(sayPlainly({ zone: unfit, zones: { 0: unfit } }, part, t)).toEqual({
      zone: { __errors: [said] },
      zones: { 0: { __errors: [said] } },
    });
  });

  it('asks for a choice once, and not for every alternative', () => {
    const errors = {
      __errors: ['needs a choice, or nothing at all', onePlease],
      git: missing('Git'),
      s3: missing('S3'),
    };

    const part = { schema: choice, value: { every: '1m' } };
    expect(sayPlainly(errors, part, t)).toEqual({
      __errors: ['field.choiceOrNothing'],
    });
  });

  it('speaks of the chosen one alone, in lists too', () => {
    const errors = {
      0: {
        __errors: ['needs a choice, or nothing at all', onePlease],
        git: { url: missing('URL') },
        s3: missing('S3'),
      },
    };

    const part = { schema: { items: choice }, value: [{ git: {} }] };
    expect(sayPlainly(errors, part, t)).toEqual({
      0: { git: { url: { __errors: ['field.needed URL'] } } },
    });
  });

  it('speaks of the first where that is shown before anything is chosen', () => {
    const errors = {
      __errors: [onePlease],
      url: missing('URL'),
      inline: missing('Inline'),
    };
    const schema = {
      oneOf: [{ properties: { url: text } }, { properties: { inline: text } }],
    };

    expect(sayPlainly(errors, { schema, value: {} }, t)).toEqual({
      url: { __errors: ['field.needed URL'] },
    });
  });

  it('says that what is filled in fits no choice', () => {
    const part = { schema: choice, value: { git: {}, s3: 'x' } };

    expect(sayPlainly({ __errors: [onePlease] }, part, t)).toEqual({
      __errors: ['field.choiceUnfit'],
    });
  });
});
