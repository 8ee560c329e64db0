import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type { Forge } from './Forge';
import type { ForgeHttp } from './ForgeHttp';
import { pageSize, readPullRequests } from './readPullRequests';

const mergeSchema = z.object({
  iid: z.number(),
  title: z.string(),
  web_url: z.string(),
  source_branch: z.string(),
  created_at: z.string().nullish(),
  author: z.object({ username: z.string() }).nullish(),
});

/**
 * GitLab (API v4: "List project merge requests"). Backstage's `publish:gitlab:merge-request` opens them.
 * @internal
 */
export class GitlabForge implements Forge {
  constructor(
    private readonly http: ForgeHttp,
    private readonly repository: DeliveryRepository,
  ) {}

  async list(signal?: AbortSignal) {
    const { owner, repo, branch } = this.repository;
    const project = encodeURIComponent(`${owner}/${repo}`);
    const answer = await this.http.ask(
      `/projects/${project}/merge_requests?state=opened&target_branch=${encodeURIComponent(
        branch,
      )}&per_page=${pageSize}`,
      { signal },
    );
    const all = z.array(z.unknown()).parse(answer);
    return {
      items: readPullRequests(all, mergeSchema, merge => ({
        number: merge.iid,
        title: merge.title,
        url: merge.web_url,
        branch: merge.source_branch,
        author: merge.author?.username,
        openedAt: merge.created_at,
      })),
      isComplete: all.length < pageSize,
    };
  }
}
