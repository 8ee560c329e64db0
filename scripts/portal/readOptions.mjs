import { parseArgs } from 'node:util';

/** The options of a command; what cannot be read ends it with what can be said, and no stack. */
export function readOptions(command) {
  const read = parseOptions(command, process.argv.slice(2));
  if (read.ok) {
    return read.options;
  }
  const print = read.exitCode === 0 ? console.log : console.error;
  print(`\n${read.message}\n`);
  return process.exit(read.exitCode);
}

/**
 * Decides what a command line says. An option is one of `parseArgs`, with `help`, `value` for what is to be
 * named, and `isPort` where only a port will do.
 */
export function parseOptions({ usage, options }, args) {
  const known = { ...options, help: { type: 'boolean', help: 'this' } };
  const refuse = message => ({
    ok: false,
    exitCode: 2,
    message: `${message}\n\n${describe(usage, known)}`,
  });
  try {
    const { values } = parseArgs({ args, options: known });
    if (values.help) {
      return { ok: false, exitCode: 0, message: describe(usage, known) };
    }
    const wrong = Object.keys(options).find(
      name => options[name].isPort && !isPort(values[name]),
    );
    return wrong
      ? refuse(`--${wrong} takes a port (1 to 65535), not ${values[wrong]}.`)
      : { ok: true, options: values };
  } catch (error) {
    if (!String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw error;
    }
    return refuse(error.message);
  }
}

function isPort(value) {
  return (
    value === undefined ||
    (/^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535)
  );
}

function describe(usage, options) {
  const lines = Object.entries(options).map(([name, { value, help }]) => [
    `--${name}${value ? ` <${value}>` : ''}`,
    help,
  ]);
  const width = Math.max(...lines.map(([option]) => option.length));
  return [
    `Usage: ${usage}`,
    '',
    ...lines.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`),
  ].join('\n');
}
