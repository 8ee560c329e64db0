import { NotFoundError } from '@backstage/errors';
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

const version = 'api-version=7.1';
const noCommit = '0'.repeat(40);

const pullSchema = z.object({
  pullRequestId: z.number(),
  title: z.string(),
  sourceRefName: z.string(),
  creationDate: z.string().nullish(),
  createdBy: z.object({ displayName: z.string() }).nullish(),
});
const pageSchema = z.object({ value: z.array(z.unknown()) });
const refsSchema = z.object({
  value: z.array(z.object({ name: z.string(), objectId: z.string() })),
});

/**
 * Azure DevOps (REST 7.1: Git Pull Requests, Refs, Pushes, Items).
 * @internal
 */
export class AzureForge implements Forge {
  readonly #http: ForgeHttp;
  readonly #repository: DeliveryRepository;
  readonly #webUrl: string;
  readonly #path: string;

  /** @param projectUrl - Like `https://dev.azure.com/acme/web`. */
  constructor(
    http: ForgeHttp,
    repository: DeliveryRepository,
    projectUrl: string,
  ) {
    const repo = encodeURIComponent(repository.repo);
    this.#http = http;
    this.#repository = repository;
    this.#webUrl = `${projectUrl}/_git/${repo}/pullrequest`;
    this.#path = `/_apis/git/repositories/${repo}`;
  }

  async list(signal?: AbortSignal) {
    const { value } = await this.#search('', signal);
    return {
      items: readPullRequests(value, pullSchema, this.#toFacts),
      isComplete: value.length < pageSize,
    };
  }

  readonly open = async (
    change: FileChange,
    signal?: AbortSignal,
  ): Promise<PullRequest> => {
    const source = `refs/heads/${change.branch}`;
    const open = await this.#search(
      `&searchCriteria.sourceRefName=${encodeURIComponent(source)}`,
      signal,
    );
    const [before] = readPullRequests(open.value, pullSchema, this.#toFacts);
    if (before) {
      return before;
    }
    const base = await this.#branchOff(change.branch, signal);
    if (base) {
      await this.#push(change, base, signal);
    }
    const pull = await this.#http.ask(`${this.#path}/pullrequests?${version}`, {
      method: 'POST',
      json: {
        sourceRefName: source,
        targetRefName: `refs/heads/${this.#repository.branch}`,
        title: change.title,
        description: change.description,
      },
      signal,
    });
    return readPullRequest(pull, pullSchema, this.#toFacts);
  };

  /** The commit to go on from; undefined when an earlier run of the task has gone on already. */
  async #branchOff(name: string, signal?: AbortSignal) {
    const { branch, repo } = this.#repository;
    const base = await this.#findRef(branch, signal);
    if (base === undefined) {
      throw new NotFoundError(`${repo} has no branch ${branch}`);
    }
    const known = await this.#findRef(name, signal);
    if (known === undefined) {
      await this.#http.ask(`${this.#path}/refs?${version}`, {
        method: 'POST',
        json: [
          {
            name: `refs/heads/${name}`,
            oldObjectId: noCommit,
            newObjectId: base,
          },
        ],
        signal,
      });
    }
    return known === undefined || known === base ? base : undefined;
  }

  async #push(change: FileChange, base: string, signal?: AbortSignal) {
    const path = `/${change.path}`;
    const { content } = change;
    const changed =
      content === undefined
        ? { changeType: 'delete', item: { path } }
        : {
            changeType: (await this.#hasFile(path, signal)) ? 'edit' : 'add',
            item: { path },
            newContent: {
              content: Buffer.from(content).toString('base64'),
              contentType: 'base64encoded',
            },
          };
    await this.#http.ask(`${this.#path}/pushes?${version}`, {
      method: 'POST',
      json: {
        refUpdates: [
          { name: `refs/heads/${change.branch}`, oldObjectId: base },
        ],
        commits: [{ comment: change.title, changes: [changed] }],
      },
      signal,
    });
  }

  async #search(more: string, signal?: AbortSignal) {
    const target = encodeURIComponent(`refs/heads/${this.#repository.branch}`);
    return pageSchema.parse(
      await this.#http.ask(
        `${
          this.#path
        }/pullrequests?searchCriteria.status=active&searchCriteria.targetRefName=${target}${more}&$top=${pageSize}&${version}`,
        { signal },
      ),
    );
  }

  async #findRef(branch: string, signal?: AbortSignal) {
    const answer = refsSchema.parse(
      await this.#http.ask(
        `${this.#path}/refs?filter=${encodeURIComponent(
          `heads/${branch}`,
        )}&${version}`,
        { signal },
      ),
    );
    return answer.value.find(({ name }) => name === `refs/heads/${branch}`)
      ?.objectId;
  }

  async #hasFile(path: string, signal?: AbortSignal) {
    const folder = path.slice(0, path.lastIndexOf('/')) || '/';
    try {
      const answer = await this.#http.ask(
        `${this.#path}/items?scopePath=${encodeURIComponent(
          folder,
        )}&recursionLevel=OneLevel&versionDescriptor.version=${encodeURIComponent(
          this.#repository.branch,
        )}&versionDescriptor.versionType=branch&${version}`,
        { signal },
      );
      return z
        .object({ value: z.array(z.object({ path: z.string() })) })
        .parse(answer)
        .value.some(item => item.path === path);
    } catch (error) {
      if (error instanceof NotFoundError) {
        return false;
      }
      throw error;
    }
  }

  readonly #toFacts = (pull: z.infer<typeof pullSchema>): PullRequestFacts => ({
    number: pull.pullRequestId,
    title: pull.title,
    url: `${this.#webUrl}/${pull.pullRequestId}`,
    branch: pull.sourceRefName,
    author: pull.createdBy?.displayName,
    openedAt: pull.creationDate,
  });
}
