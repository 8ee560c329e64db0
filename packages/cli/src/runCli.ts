import { Command, CommanderError, Option } from 'commander';
import { runCheck, type CheckOptions } from './check/runCheck';
import { addDiffCommand } from './diff/addDiffCommand';
import { runForm, type FormOptions } from './form/runForm';
import type { Terminal } from './Terminal';

/**
 * Runs the command line and answers with its exit code: 0 when all is well, 1 when something was found, 2
 * when the command could not do its work.
 * @public
 */
export async function runCli(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const result = { exitCode: 0 };
  const finish = (exitCode: number) => {
    result.exitCode = exitCode;
  };
  try {
    await buildProgram(terminal, finish).parseAsync([...argv]);
    return result.exitCode;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? 0 : 2;
    }
    throw error;
  }
}

function buildProgram(
  terminal: Terminal,
  finish: (exitCode: number) => void,
): Command {
  const program = new Command('kratix-portal')
    .description('Check a Kratix Promise and see the order form it will have')
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    });
  program
    .command('check')
    .description('list what is wrong with Promises; - reads standard input')
    .argument('<file...>', 'YAML or JSON files')
    .addOption(
      new Option('--format <format>', 'how to print')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--strict', 'fail for warnings too', false)
    .action(async (files: string[], options: CheckOptions) =>
      finish(await runCheck(files, options, terminal)),
    );
  program
    .command('form')
    .description('print the Template by which people order, as YAML')
    .argument(
      '<file>',
      'a YAML or JSON file with one Promise; - reads standard input',
    )
    .option('--platform <name>', 'name of the platform', 'platform')
    .action(async (file: string, options: FormOptions) =>
      finish(await runForm(file, options, terminal)),
    );
  addDiffCommand(program, terminal, finish);
  return program;
}
