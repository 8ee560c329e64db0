import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
import { isError } from '@backstage/errors';
import { z } from 'zod';
import type { Forge } from './Forge';
import type { ForgeHttp } from './ForgeHttp';
import type { FileChange, PullRequest } from './PullRequestClient';
import {
  pageSize,
  readPullRequest,
  readPullRequests,
  type PullRequestFacts,
} from './readPullRequests';

const pullSchema = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  created_at: z.string().nullish(),
  head: z.object({ ref: z.string() }),
  base: z.object({ ref: z.string() }),
  user: z.object({ login: z.string() }).nullish(),
});

/**
 * Gitea and Forgejo (`/api/v1`, gitea 1.24 swagger: repoListPullRequests, repoCreateBranch, repoGetContents,
 * repoCreateFile, repoUpdateFile, repoDeleteFile, repoCreatePullRequest).
 * @internal
 */
export class GiteaForge implements Forge {
  readonly #http: ForgeHttp;
  readonly #repository: DeliveryRepository;
  readonly #path: string;

  constructor(http: ForgeHttp, repository: DeliveryRepository) {
    const { owner, repo } = repository;
    this.#http = http;
    this.#repository = repository;
    this.#path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(
      repo,
    )}`;
  }

  async list(signal?: AbortSignal) {
    const answer = await this.#http.ask(
      `${this.#path}/pulls?state=open&sort=recentupdate&limit=${pageSize}`,
      { signal },
    );
    const all = z.array(z.unknown()).parse(answer);
    const ofBranch = all.filter(item => {
      const pull = pullSchema.safeParse(item);
      return pull.success && pull.data.base.ref === this.#repository.branch;
    });
    return {
      items: readPullRequests(ofBranch, pullSchema, toFacts),
      isComplete: all.length < pageSize,
    };
  }

  readonly open = async (
    change: FileChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> => {
    const before = await this.#findOpen(change, signal);
    if (before) {
      return before;
    }
    await this.#ensureBranch(change, signal);
    await this.#writeFile(change, signal);
    const pull = await this.#http.ask(`${this.#path}/pulls`, {
      method: 'POST',
      json: {
        title: change.title,
        body: change.description,
        head: change.branch,
        base: this.#repository.branch,
      },
      signal,
    });
    return readPullRequest(pull, pullSchema, toFacts);
  };

  async #findOpen({ branch }: FileChange, signal?: AbortSignal) {
    const { branch: base } = this.#repository;
    const answer = await unlessMissing(() =>
      this.#http.ask(
        `${this.#path}/pulls/${encodeURIComponent(base)}/${encodeURIComponent(
          branch,
        )}`,
        { signal },
      ),
    );
    const state = z.object({ state: z.string() }).safeParse(answer);
    return state.data?.state === 'open'
      ? readPullRequest(answer, pullSchema, toFacts)
      : undefined;
  }

  /** A task that was interrupted finds its branch. */
  async #ensureBranch({ branch }: FileChange, signal?: AbortSignal) {
    const there = await unlessMissing(() =>
      this.#http.ask(`${this.#path}/branches/${encodeURIComponent(branch)}`, {
        signal,
      }),
    );
    if (there === undefined) {
      await this.#http.ask(`${this.#path}/branches`, {
        method: 'POST',
        json: {
          new_branch_name: branch,
          old_ref_name: `refs/heads/${this.#repository.branch}`,
        },
        signal,
      });
    }
  }

  async #writeFile(change: FileChange, signal?: AbortSignal) {
    const { branch, content, title } = change;
    const path = `${this.#path}/contents/${change.path
      .split('/')
      .map(encodeURIComponent)
      .join('/')}`;
    const known = await unlessMissing(() =>
      this.#http.ask(`${path}?ref=${encodeURIComponent(branch)}`, { signal }),
    );
    const sha = z.object({ sha: z.string() }).safeParse(known).data?.sha;
    if (content === undefined && sha === undefined) {
      return; // an earlier run of this task removed it
    }
    const writing = sha === undefined ? 'POST' : 'PUT';
    const method = content === undefined ? 'DELETE' : writing;
    await this.#http.ask(path, {
      method,
      json: {
        branch,
        message: title,
        ...(content !== undefined && {
          content: Buffer.from(content).toString('base64'),
        }),
        ...(sha !== undefined && { sha }),
      },
      signal,
    });
  }
}

const toFacts = (pull: z.infer<typeof pullSchema>): PullRequestFacts => ({
  number: pull.number,
  title: pull.title,
  url: pull.html_url,
  branch: pull.head.ref,
  author: pull.user?.login,
  openedAt: pull.created_at,
});

async function unlessMissing(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask();
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw error;
  }
}
