import { variedSchema } from '../__fixtures__/variedSchema';
import { applyDefaults } from './applyDefaults';

describe('applyDefaults', () => {
  it.each([
    [{}, { spec: { name: 'nobody', maybe: 'x' } }],
    [
      { spec: { name: null, maybe: null } },
      { spec: { name: 'nobody', maybe: null } },
    ],
    [
      { spec: { name: 'a', maybe: 'b', map: { k: {} } } },
      { spec: { name: 'a', maybe: 'b', map: { k: { size: 3 } } } },
    ],
  ])('turns %j into %j', (value, expected) => {
    applyDefaults(value, variedSchema);

    expect(value).toEqual(expected);
  });
});
