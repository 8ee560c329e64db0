import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { runCli } from './runCli';

const docs = resolve(__dirname, '../../../docs/impact.md');

/** The examples of the documentation, as CI would read them. */
const examples = [
  ...readFileSync(docs, 'utf8').matchAll(/^```yaml\n([^]*?)^```$/gm),
].map(([, text = '']) => parse(text) as Record<string, unknown>);

/** Every text of an example: scripts are among them. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') {
    return [value];
  }
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(textsOf)
    : [];
}

const calls = examples
  .flatMap(textsOf)
  .flatMap(text => text.replace(/\\\n/g, ' ').split('\n'))
  .flatMap(line => {
    const [, call] = line.match(/npx @kratix-portal\/cli ([^|>]*)/) ?? [];
    return call ? [call.trim()] : [];
  });

async function helpOf(command: string): Promise<string> {
  const printed: string[] = [];
  const write = (text: string) => printed.push(text);
  const exitCode = await runCli(['node', 'kratix-portal', command, '--help'], {
    stdin: (async function* none() {})(),
    stdout: { write },
    stderr: { write },
  });
  expect(exitCode).toBe(0);
  return printed.join('');
}

describe('the examples for CI', () => {
  it('are a workflow of GitHub and a job of GitLab', () => {
    expect(examples).toEqual([
      {
        name: 'promise',
        on: { pull_request: { paths: ['promises/**'] } },
        jobs: {
          impact: expect.objectContaining({
            'runs-on': 'ubuntu-latest',
            steps: expect.arrayContaining([
              expect.objectContaining({ uses: 'actions/checkout@v4' }),
            ]),
          }),
        },
      },
      {
        promise: expect.objectContaining({
          image: 'node:24',
          script: expect.arrayContaining([expect.any(String)]),
        }),
      },
    ]);
  });

  it('check the Promise, its form, and the impact on both forges', () => {
    expect(calls.map(call => call.split(' ')[0])).toEqual([
      ...['check', 'render', 'diff'],
      ...['check', 'render', 'diff'],
    ]);
  });

  it.each(calls)(
    'name a command and options that there are: %s',
    async call => {
      const [command = '', ...words] = call.split(/\s+/);
      const help = await helpOf(command);

      expect(help).toContain(`kratix-portal ${command} `);
      const options = words.filter(word => word.startsWith('-'));
      options.forEach(option => {
        expect(help).toMatch(new RegExp(`(^|[ ,])${option}[ ,]`, 'm'));
      });
    },
  );

  it('write no secret and no name of a branch into a script', () => {
    const scripts = examples
      .flatMap(textsOf)
      .filter(text => /npx|git /.test(text));

    expect(scripts.filter(text => text.includes('${{'))).toEqual([]);
  });
});
