import { withoutDirect } from './runGo';

describe('withoutDirect', () => {
  it.each([
    [undefined, 'https://proxy.golang.org'],
    ['direct', 'https://proxy.golang.org'],
    ['https://a.example,direct', 'https://a.example'],
    [
      'https://a.example|https://b.example',
      'https://a.example,https://b.example',
    ],
    ['off', 'off'],
  ])('turns %j into %j', (given, used) => {
    expect(withoutDirect(given)).toBe(used);
  });
});
