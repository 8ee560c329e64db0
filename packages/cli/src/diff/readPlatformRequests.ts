import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '@kratix-portal/backstage-plugin-kratix-common';
import { isJsonObject } from '../files/isJsonObject';
import { runKubectl } from '../kubectl/runKubectl';
import { printable, printableLines } from '../printable';
import type { Terminal } from '../Terminal';
import type { WrittenRequest } from './readRequests';
import { UsageProblem } from './UsageProblem';

/**
 * The requests of some services that stand on platforms now. A platform is a context of the kubeconfig that
 * kubectl reads; nothing is written.
 * @throws UsageProblem when one cannot be read: without its requests nobody knows whom a change hurts.
 * @internal
 */
export async function readPlatformRequests(
  platforms: readonly string[],
  apis: readonly PromiseApi[],
  terminal: Pick<Terminal, 'stderr'>,
): Promise<WrittenRequest[]> {
  const resources = new Map(apis.map(api => [toResource(api), api.group]));
  const requests: WrittenRequest[] = [];
  for (const platform of platforms) {
    for (const [resource, group] of resources) {
      const found = await list(platform, { resource, group });
      if (found === undefined) {
        terminal.stderr.write(
          `${printable(platform)} has no ${resource} yet, so nobody uses it.
`,
        );
      }
      requests.push(
        ...(found ?? []).map(object => ({
          object,
          source: platform,
          isStanding: true,
        })),
      );
    }
  }
  return requests;
}

/**
 * The file may be a stranger's, and what begins with a hyphen would be an option of kubectl: parsePromise takes
 * no names that Kubernetes would not.
 */
const toResource = ({ plural, group }: PromiseApi) => `${plural}.${group}`;

/** Undefined where the platform does not have the API. */
async function list(
  platform: string,
  { resource, group }: { readonly resource: string; readonly group: string },
): Promise<JsonObject[] | undefined> {
  const answer = await runKubectl([
    'get',
    resource,
    ...['--all-namespaces', '--output=json', `--context=${platform}`],
  ]);
  if (answer.ok) {
    return parseList(answer.stdout, platform).map(asAsked);
  }
  if (saysThereIsNone(answer.message, group)) {
    return undefined;
  }
  throw new UsageProblem(
    `${printable(platform)}: the requests cannot be read.\n${printableLines(
      answer.message,
    )}`,
  );
}

/**
 * kubectl's words since 1.5 (pkg/api/meta NoKindMatch, resource builder). It says the same where it could not
 * learn what the group holds (client-go `memcache.go`), and then nobody knows.
 */
function saysThereIsNone(message: string, group: string): boolean {
  return (
    message.includes("the server doesn't have a resource type") &&
    !message.includes("couldn't get current server API group list") &&
    !message.includes(`couldn't get resource list for ${group}/`)
  );
}

function parseList(text: string, platform: string): JsonObject[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    json = undefined;
  }
  if (!isJsonObject(json) || !Array.isArray(json.items)) {
    throw new UsageProblem(
      `${printable(
        platform,
      )}: kubectl answered with something else than a list.`,
    );
  }
  return json.items.filter(isJsonObject);
}

/** What somebody asked for: the status is Kratix's, and no change of a request brings it. */
function asAsked({ apiVersion, kind, metadata, spec }: JsonObject): JsonObject {
  return {
    apiVersion,
    kind,
    metadata,
    ...(spec !== undefined && { spec }),
  };
}
