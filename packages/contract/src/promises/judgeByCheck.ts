import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PromiseSet } from './PromiseSet';
import type { Verdict, Verdicts } from './Verdict';

/** What `kratix-portal check` says, which knows no platform. @internal */
export async function judgeByCheck(
  /** The program of packages/cli. */
  program: string,
  set: PromiseSet,
): Promise<Verdicts> {
  const folder = await mkdtemp(join(tmpdir(), 'compare-promises-'));
  try {
    const names = ['promise', ...set.requests.keys()];
    const files = names.map((_, index) => join(folder, `${index}.json`));
    const objects = [set.promise, ...set.requests.values()];
    await Promise.all(
      objects.map((object, index) =>
        writeFile(files[index] ?? '', JSON.stringify(object)),
      ),
    );
    const { reports } = await run(program, files);
    return new Map(
      names.map((name, index) => [
        name,
        toVerdict(reports.filter(({ file }) => file === files[index])),
      ]),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Report {
  readonly file: string;
  readonly findings: readonly {
    readonly severity: string;
    readonly message: string;
  }[];
}

/** It ends with 1 where it finds something wrong, and has printed all the same. */
function run(
  program: string,
  files: readonly string[],
): Promise<{ reports: readonly Report[] }> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [program, 'check', '--output', 'json', ...files],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout) => {
        try {
          resolve(JSON.parse(stdout) as { reports: readonly Report[] });
        } catch {
          reject(error ?? new Error(`It printed no JSON: ${stdout}`));
        }
      },
    );
  });
}

function toVerdict(reports: readonly Report[]): Verdict {
  const causes = reports
    .flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
  return { isTaken: causes.length === 0, causes: causes.sort() };
}
