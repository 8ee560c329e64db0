import { showHiddenCharacters, showName } from './hiddenCharacters';

describe('showHiddenCharacters', () => {
  it('writes out what turns or hides text', () => {
    expect(showHiddenCharacters('invoice\u202Efdp.yaml\u200B\u0000')).toBe(
      'invoice\\u202efdp.yaml\\u200b\\u0000',
    );
  });

  it('keeps what people write', () => {
    const text = 'größe: 中文\n\tשלום 👍🏽\r\n';

    expect(showHiddenCharacters(text)).toBe(text);
  });
});

describe('showName', () => {
  it('stays on one line', () => {
    expect(showName('../../etc/passwd\nkind: x')).toBe(
      '../../etc/passwd\\nkind: x',
    );
  });
});
