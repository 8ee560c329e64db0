import {
  buildImpactReport,
  worstSeverity,
  type ImpactSeverity,
  type PromisePair,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Terminal } from '../Terminal';
import { judgeRequests } from './judgeRequests';
import { pairPromises } from './pairPromises';
import { printImpactReports, type DiffFormat } from './printReport';
import { readPlatformRequests } from './readPlatformRequests';
import { readPromises } from './readPromises';
import { readRequests } from './readRequests';
import { readStoredVersions } from './readStoredVersions';
import { UsageProblem } from './UsageProblem';

/** @internal */
export interface DiffOptions {
  readonly format: DiffFormat;
  readonly requests?: readonly string[];
  readonly platform?: readonly string[];
  readonly failOn: 'risky' | 'breaking';
}

/**
 * `kratix-portal diff`: 0 when every change is safe, 1 when one is risky, 3 when one is breaking; 2 when the
 * files cannot be worked with. With `--fail-on breaking`, risky is 0 too.
 * @internal
 */
export async function runDiff(
  before: string,
  after: string,
  options: DiffOptions,
  terminal: Terminal,
): Promise<number> {
  try {
    refuseSecondInput([before, after, ...(options.requests ?? [])]);
    const pairs = pairPromises(
      await readPromises(before, terminal),
      await readPromises(after, terminal),
    );
    noteNames(pairs, terminal);
    const apis = pairs.flatMap(pair =>
      [pair.before?.api, pair.after?.api].filter(api => api !== undefined),
    );
    const requests = [
      ...(await readRequests(options.requests ?? [], apis, terminal)),
      ...(await readPlatformRequests(options.platform ?? [], apis, terminal)),
    ];
    const stored = await readStoredVersions(
      options.platform ?? [],
      pairs.flatMap(({ after: { api } = {} }) => api ?? []),
      terminal,
    );
    const reports = pairs.map(pair =>
      buildImpactReport(pair, {
        requests: judgeRequests(pair, requests),
        storedVersions: stored.get(pair.after?.api?.crdName ?? ''),
      }),
    );
    terminal.stdout.write(
      printImpactReports(reports, options.format, terminal.stdout.columns),
    );
    return toExitCode(
      worstSeverity(reports.map(({ severity }) => severity)),
      options.failOn,
    );
  } catch (error) {
    if (error instanceof UsageProblem) {
      terminal.stderr.write(`${error.message}\n`);
      return 2;
    }
    throw error;
  }
}

function refuseSecondInput(places: readonly string[]): void {
  if (places.filter(place => place === '-').length > 1) {
    throw new UsageProblem(
      'Standard input (-) can be read once only: write one of them to a file.',
    );
  }
}

/** The report is about what they hold; what Kratix makes of another name, it cannot tell from two files. */
function noteNames(
  pairs: readonly PromisePair[],
  { stderr }: Pick<Terminal, 'stderr'>,
): void {
  for (const { before, after } of pairs) {
    if (before && after && before.name !== after.name) {
      stderr.write(
        `${before.name} and ${after.name} are compared as one. To Kratix they are two: where ${before.name} is removed, so are all requests to it.\n`,
      );
    }
  }
}

function toExitCode(
  severity: ImpactSeverity,
  failOn: DiffOptions['failOn'],
): number {
  if (severity === 'breaking') {
    return 3;
  }
  return severity === 'risky' && failOn === 'risky' ? 1 : 0;
}
