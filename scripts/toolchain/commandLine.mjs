/**
 * What to give to `spawn`: on Windows npm and Yarn are scripts, which only a
 * shell can run, and a shell wants quotes around spaces.
 */
export function commandLine(command, args, platform = process.platform) {
  if (platform !== 'win32' || command.endsWith('.exe')) {
    return { command, args, shell: false };
  }
  const quoted = args.map(arg => (/\s/.test(arg) ? `"${arg}"` : arg));
  return { command, args: quoted, shell: true };
}
