import type { PromiseApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { parseInstalledApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { runKubectl } from '../kubectl/runKubectl';
import { printable, printableLines } from '../printable';
import type { Terminal } from '../Terminal';

/**
 * Versions that requests may be stored as on some platforms, by the name of their CustomResourceDefinition. Who may
 * read requests may often not read that: then it is said, and the rest is judged.
 * @internal
 */
export async function readStoredVersions(
  platforms: readonly string[],
  apis: readonly PromiseApi[],
  terminal: Pick<Terminal, 'stderr'>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const names = new Set(apis.map(({ crdName }) => crdName));
  const found = new Map<string, Set<string>>();
  for (const platform of platforms) {
    for (const crdName of names) {
      const versions = await readOne(platform, crdName, terminal);
      found.set(crdName, new Set([...(found.get(crdName) ?? []), ...versions]));
    }
  }
  return new Map(
    [...found].map(([crdName, versions]) => [crdName, [...versions]]),
  );
}

async function readOne(
  platform: string,
  crdName: string,
  terminal: Pick<Terminal, 'stderr'>,
): Promise<readonly string[]> {
  const answer = await runKubectl([
    'get',
    'customresourcedefinitions.apiextensions.k8s.io',
    crdName,
    ...['--output=json', `--context=${platform}`],
  ]);
  const parsed = answer.ok
    ? parseInstalledApi(toJson(answer.stdout))
    : undefined;
  if (parsed?.ok) {
    return parsed.value.storedVersions;
  }
  if (answer.ok || !answer.message.includes('(NotFound)')) {
    const why = answer.ok ? 'it is of no Promise' : answer.message;
    terminal.stderr.write(
      `${printable(
        platform,
      )}: ${crdName} cannot be read, so versions that requests were stored as before are not judged.\n${printableLines(
        why,
      )}\n`,
    );
  }
  return [];
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
