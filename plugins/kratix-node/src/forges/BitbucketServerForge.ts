import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type { Forge } from './Forge';
import type { ForgeHttp } from './ForgeHttp';
import { pageSize, readPullRequests } from './readPullRequests';

const pullSchema = z.object({
  id: z.number(),
  title: z.string(),
  createdDate: z.number().nullish(),
  fromRef: z.object({ displayId: z.string() }),
  links: z.object({ self: z.array(z.object({ href: z.string() })) }),
  author: z
    .object({ user: z.object({ displayName: z.string() }).nullish() })
    .nullish(),
});
const pageSchema = z.object({
  values: z.array(z.unknown()),
  isLastPage: z.boolean().nullish(),
});

/**
 * Bitbucket Data Center (REST 1.0: "Get pull requests for repository"). Backstage's
 * `publish:bitbucketServer:pull-request` opens those that write; its API has no way to remove a file.
 * @internal
 */
export class BitbucketServerForge implements Forge {
  constructor(
    private readonly http: ForgeHttp,
    private readonly repository: DeliveryRepository,
  ) {}

  async list(signal?: AbortSignal) {
    const { owner, repo, branch } = this.repository;
    const at = encodeURIComponent(`refs/heads/${branch}`);
    const page = pageSchema.parse(
      await this.http.ask(
        `/projects/${owner}/repos/${repo}/pull-requests?state=OPEN&at=${at}&limit=${pageSize}`,
        { signal },
      ),
    );
    return {
      items: readPullRequests(page.values, pullSchema, pull => ({
        number: pull.id,
        title: pull.title,
        url: pull.links.self[0]?.href ?? '',
        branch: pull.fromRef.displayId,
        author: pull.author?.user?.displayName,
        openedAt: toTime(pull.createdDate),
      })),
      isComplete: page.isLastPage ?? page.values.length < pageSize,
    };
  }
}

function toTime(ms: number | null | undefined): string | undefined {
  const isTime = typeof ms === 'number' && Math.abs(ms) < 8.64e15;
  return isTime ? new Date(ms).toISOString() : undefined;
}
