import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import {
  kratixLabels,
  parseWork,
  refuse,
  tell,
  wordingOf,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ServiceUnavailableError } from '@backstage/errors';
import { readPage } from '../cluster/readPage';
import { resourcePath } from '../cluster/resourcePath';
import type { RequestScope } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import type { PreviewHandle } from '../service/RequestOperations';

/** A gzip of a megabyte can hold a gigabyte. */
const MAXIMUM_BYTES = 4_000_000;

/**
 * What Kratix wrote about a finished preview; undefined when it wrote nothing. It is a Work beside the DryRun,
 * its file is gzip in base64 (kratix-domain 4, 5), and it goes again soon (docs/kratix-observed.md, 31).
 * @internal
 */
export async function fetchSummary(
  scope: RequestScope,
  { preview, namespace }: PreviewHandle,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const subject = wordingOf('refusal.summary', { preview });
  const list = readPage(
    await scope.ask(subject, {
      method: 'GET',
      path: resourcePath({
        group: 'platform.kratix.io',
        version: 'v1alpha1',
        plural: 'works',
        namespace,
      }),
      query: {
        labelSelector: `${kratixLabels.dryRunSummary}=true,${kratixLabels.dryRunOwner}=${preview}`,
        limit: 1,
      },
      identity: { type: 'portal' },
      signal,
    }),
    'Works',
  );
  const [json] = list.items;
  if (json === undefined) {
    return undefined;
  }
  const work = requireParsed(parseWork(json), subject);
  const content = work.groups[0]?.files[0]?.content;
  return content === undefined ? undefined : decode(content, subject);
}

async function decode(content: string, subject: Wording): Promise<string> {
  try {
    const bytes = await promisify(gunzip)(Buffer.from(content, 'base64'), {
      maxOutputLength: MAXIMUM_BYTES,
    });
    return bytes.toString('utf8');
  } catch (error) {
    const number = MAXIMUM_BYTES;
    throw refuse(
      ServiceUnavailableError,
      tell('refusal.summaryBroken', { subject, number }),
      error,
    );
  }
}
