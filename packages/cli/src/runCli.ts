import { Command, CommanderError, Option } from 'commander';
import { version } from '../package.json';
import { runCheck, type CheckOptions } from './check/runCheck';
import { addDiffCommand } from './diff/addDiffCommand';
import { runForm, type FormOptions } from './form/runForm';
import { addPreviewCommand } from './preview/addPreviewCommand';
import { runRender, type RenderOptions } from './render/runRender';
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
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.stdout.write(text),
      writeErr: text => terminal.stderr.write(text),
    });
  addRenderCommand(program, terminal, finish);
  addCheckCommand(program, terminal, finish);
  addFormCommand(program, terminal, finish);
  addDiffCommand(program, terminal, finish);
  addPreviewCommand(program, terminal, finish);
  return program;
}

type Finish = (exitCode: number) => void;

const objectOutput = () =>
  new Option('-o, --output <format>', 'how to print')
    .choices(['yaml', 'json'])
    .default('yaml');

function addRenderCommand(
  program: Command,
  terminal: Terminal,
  finish: Finish,
): void {
  program
    .command('render')
    .description(
      'print the entities and the Template that the portal will make',
    )
    .argument('<promise>', 'a YAML or JSON file; - reads standard input')
    .addOption(objectOutput())
    .option('--platform <name>', 'name of the platform', 'platform')
    .action(async (file: string, options: RenderOptions) =>
      finish(await runRender(file, options, terminal)),
    );
}

function addCheckCommand(
  program: Command,
  terminal: Terminal,
  finish: Finish,
): void {
  program
    .command('check')
    .description(
      'list what is wrong with Promises, and with requests as the API server would judge them',
    )
    .argument('<promise>', 'a YAML or JSON file; - reads standard input')
    .argument('[request...]', 'files with requests, or with more Promises')
    .addOption(
      new Option('-o, --output <format>', 'how to print')
        .choices(['text', 'yaml', 'json'])
        .default('text'),
    )
    .option('--strict', 'fail for warnings too', false)
    .action(async (file: string, others: string[], options: CheckOptions) =>
      finish(await runCheck([file, ...others], options, terminal)),
    );
}

function addFormCommand(
  program: Command,
  terminal: Terminal,
  finish: Finish,
): void {
  program
    .command('form')
    .description(
      'print the object that submitting the form with the values of a request would send',
    )
    .argument('<promise>', 'a YAML or JSON file; - reads standard input')
    .requiredOption(
      '--values <request>',
      'a YAML or JSON file with requests; - reads standard input',
    )
    .addOption(objectOutput())
    .action(async (file: string, options: FormOptions) =>
      finish(await runForm(file, options, terminal)),
    );
}
