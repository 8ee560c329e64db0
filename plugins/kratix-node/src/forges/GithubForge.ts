import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type { Forge } from './Forge';
import type { ForgeHttp } from './ForgeHttp';
import { pageSize, readPullRequests } from './readPullRequests';

const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  created_at: z.string().nullish(),
  head: z.object({ ref: z.string() }),
  user: z.object({ login: z.string() }).nullish(),
});

/**
 * GitHub (REST 2022-11-28: "List pull requests"). Backstage's `publish:github:pull-request` opens them.
 * @internal
 */
export class GithubForge implements Forge {
  constructor(
    private readonly http: ForgeHttp,
    private readonly repository: DeliveryRepository,
  ) {}

  async list(signal?: AbortSignal) {
    const { owner, repo, branch } = this.repository;
    const answer = await this.http.ask(
      `/repos/${owner}/${repo}/pulls?state=open&base=${encodeURIComponent(
        branch,
      )}&per_page=${pageSize}`,
      { signal },
    );
    const all = z.array(z.unknown()).parse(answer);
    return {
      items: readPullRequests(all, pullSchema, pull => ({
        number: pull.number,
        title: pull.title,
        url: pull.html_url,
        branch: pull.head.ref,
        author: pull.user?.login,
        openedAt: pull.created_at,
      })),
      isComplete: all.length < pageSize,
    };
  }
}
