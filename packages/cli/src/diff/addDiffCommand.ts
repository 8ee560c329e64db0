import { Option, type Command } from 'commander';
import type { Terminal } from '../Terminal';
import { runDiff, type DiffOptions } from './runDiff';

/** @internal */
export function addDiffCommand(
  program: Command,
  terminal: Terminal,
  finish: (exitCode: number) => void,
): void {
  program
    .command('diff')
    .description(
      'say what a new state of a Promise means for those who use it; exits with 0 when it is safe, 1 when risky, 3 when breaking',
    )
    .argument(
      '<old>',
      'Promises as they are: a YAML or JSON file, or a folder of them; - reads standard input',
    )
    .argument('<new>', 'the same as they shall be')
    .option(
      '--requests <place...>',
      'files or folders with requests to judge under the new API',
    )
    .option(
      '--platform <context...>',
      'contexts of the kubeconfig: the requests that stand there are judged too, read with kubectl',
    )
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'markdown', 'json'])
        .default('text'),
    )
    .addOption(
      new Option('--fail-on <severity>', 'the mildest severity that fails')
        .choices(['risky', 'breaking'])
        .default('risky'),
    )
    .action(async (before: string, after: string, options: DiffOptions) =>
      finish(await runDiff(before, after, options, terminal)),
    );
}
