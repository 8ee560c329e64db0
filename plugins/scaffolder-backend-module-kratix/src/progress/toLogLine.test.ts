import { toLogLine } from './toLogLine';

describe('toLogLine', () => {
  // The log of a task, and the backend's own, are read in terminals: a pipeline could rewrite what stands there.
  it.each([
    ['leaves plain text alone', 'a\tb: •\nc', 'a\tb: •\nc'],
    ['drops colours', '\u001b[1;32mdone\u001b[0m', 'done'],
    ['drops cursor movements', 'all well\u001b[2K\u001b[1A', 'all well'],
    ['drops links', '\u001b]8;;http://x\u0007here\u001b]8;;\u0007', 'here'],
    ['writes a lone escape out', '\u001bc', '\\u001bc'],
    ['writes out what goes back in the line', 'failed\rdone', 'failed\\rdone'],
    ['takes line ends of any kind', 'a\r\nb\r', 'a\nb'],
    ['writes out what turns text around', 'a\u202eb', 'a\\u202eb'],
  ])('%s', (_, text, line) => {
    expect(toLogLine(text)).toBe(line);
  });
});
