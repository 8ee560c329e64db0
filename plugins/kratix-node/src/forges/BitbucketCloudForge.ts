import type { DeliveryRepository } from '@kratix-portal/backstage-plugin-kratix-common';
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
  id: z.number(),
  title: z.string(),
  created_on: z.string().nullish(),
  links: z.object({ html: z.object({ href: z.string() }) }),
  source: z.object({ branch: z.object({ name: z.string() }) }),
  author: z.object({ display_name: z.string().nullish() }).nullish(),
});
const pageSchema = z.object({
  values: z.array(z.unknown()),
  next: z.string().nullish(),
});

/**
 * Bitbucket Cloud (API 2.0: pullrequests, refs/branches, src). Backstage's own action adds files and cannot
 * remove one, so removals are opened here.
 * @internal
 */
export class BitbucketCloudForge implements Forge {
  readonly #http: ForgeHttp;
  readonly #repository: DeliveryRepository;
  readonly #path: string;

  constructor(http: ForgeHttp, repository: DeliveryRepository) {
    this.#http = http;
    this.#repository = repository;
    this.#path = `/repositories/${repository.owner}/${repository.repo}`;
  }

  async list(signal?: AbortSignal) {
    return this.#search(
      `destination.branch.name = "${this.#repository.branch}"`,
      signal,
    );
  }

  readonly open = async (
    change: FileChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> => {
    const { branch } = this.#repository;
    const open = await this.#search(
      `source.branch.name = "${change.branch}"`,
      signal,
    );
    const [before] = open.items;
    if (before) {
      return before;
    }
    await this.#commit(change, signal);
    const pull = await this.#http.ask(`${this.#path}/pullrequests`, {
      method: 'POST',
      json: {
        title: change.title,
        description: change.description,
        source: { branch: { name: change.branch } },
        destination: { branch: { name: branch } },
        close_source_branch: true,
      },
      signal,
    });
    return readPullRequest(pull, pullSchema, toFacts);
  };

  /** One form: a file by its path, or `files` with the path of one to remove; the branch comes with it. */
  async #commit(change: FileChange, signal?: AbortSignal) {
    const { path, content, title, branch } = change;
    const branches = `${this.#path}/refs/branches`;
    const known = pageSchema.parse(
      await this.#http.ask(
        `${branches}?q=${encodeURIComponent(`name = "${branch}"`)}`,
        { signal },
      ),
    );
    if (known.values.length > 0) {
      return; // an earlier run of this task made it, with its commit
    }
    const base = z.object({ target: z.object({ hash: z.string() }) }).parse(
      await this.#http.ask(`${branches}/${this.#repository.branch}`, {
        signal,
      }),
    );
    const form = new FormData();
    form.set('message', title);
    form.set('branch', branch);
    form.set('parents', base.target.hash);
    if (content === undefined) {
      form.set('files', path);
    } else {
      form.set(`/${path}`, new Blob([content]), path.split('/').at(-1));
    }
    await this.#http.ask(`${this.#path}/src`, { method: 'POST', form, signal });
  }

  async #search(condition: string, signal?: AbortSignal) {
    const query = encodeURIComponent(`state = "OPEN" AND ${condition}`);
    const page = pageSchema.parse(
      await this.#http.ask(
        `${
          this.#path
        }/pullrequests?q=${query}&sort=-created_on&pagelen=${pageSize}`,
        { signal },
      ),
    );
    return {
      items: readPullRequests(page.values, pullSchema, toFacts),
      isComplete: !page.next,
    };
  }
}

const toFacts = (pull: z.infer<typeof pullSchema>): PullRequestFacts => ({
  number: pull.id,
  title: pull.title,
  url: pull.links.html.href,
  branch: pull.source.branch.name,
  author: pull.author?.display_name,
  openedAt: pull.created_on,
});
