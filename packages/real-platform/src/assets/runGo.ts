import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** Where and how a `go` command runs. */
interface GoOptions {
  folder?: string;
  env?: NodeJS.ProcessEnv;
}

/**
 * Runs the Go tool at low priority and answers what it prints. Modules come from
 * the module proxy alone: whatever the machine is set to, there is no way
 * around it to a version control system.
 *
 * @internal
 */
export async function runGo(
  args: readonly string[],
  options: GoOptions = {},
): Promise<string> {
  const { stdout } = await execFileAsync('nice', ['-n', '15', 'go', ...args], {
    cwd: options.folder,
    env: {
      ...process.env,
      ...options.env,
      CGO_ENABLED: '0',
      GOWORK: 'off',
      GOTOOLCHAIN: 'local',
      GOPROXY: withoutDirect(process.env.GOPROXY),
    },
    maxBuffer: 64 * 1024 * 1024,
  });
  return stdout;
}

/**
 * The proxies of a `GOPROXY` list, without `direct`, which would fetch from
 * repositories; the public proxy when none is left.
 *
 * @internal
 */
export function withoutDirect(goProxy: string | undefined): string {
  const proxies = (goProxy ?? '')
    .split(/[,|]/)
    .map(entry => entry.trim())
    .filter(entry => entry !== '' && entry !== 'direct');
  return proxies.length > 0 ? proxies.join(',') : 'https://proxy.golang.org';
}
