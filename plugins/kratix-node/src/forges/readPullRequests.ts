import { ServiceUnavailableError } from '@backstage/errors';
import { readReviewBranch } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type { PullRequest } from './PullRequestClient';

/** How much of a page of the forge is asked for. @internal */
export const pageSize = 50;

/**
 * The portal's own among what a forge lists. What is no pull request, or of another branch, is left out.
 * @internal
 */
export function readPullRequests<T>(
  items: readonly unknown[],
  schema: z.ZodType<T>,
  toFacts: (item: T) => PullRequestFacts,
): PullRequest[] {
  return items.flatMap(item => {
    const parsed = schema.safeParse(item);
    const found = parsed.success && toPullRequest(toFacts(parsed.data));
    return found ? [found] : [];
  });
}

/**
 * A forge's answer to the question for one pull request.
 * @internal
 */
export function readPullRequest<T>(
  item: unknown,
  schema: z.ZodType<T>,
  toFacts: (item: T) => PullRequestFacts,
): PullRequest {
  const [found] = readPullRequests([item], schema, toFacts);
  if (!found) {
    throw new ServiceUnavailableError(
      'The forge opened a pull request and told nothing of it that could be understood',
    );
  }
  return found;
}

/** @internal */
export interface PullRequestFacts
  extends Omit<PullRequest, 'branch' | 'author' | 'openedAt'> {
  readonly branch: string;
  readonly author?: string | null;
  readonly openedAt?: string | null;
}

function toPullRequest(facts: PullRequestFacts): PullRequest | undefined {
  const branch = readReviewBranch(facts.branch.replace(/^refs\/heads\//, ''));
  if (!branch || !/^https?:\/\//i.test(facts.url)) {
    return undefined;
  }
  return {
    number: facts.number,
    title: facts.title.slice(0, 300),
    url: facts.url,
    branch,
    ...(facts.author && { author: facts.author.slice(0, 100) }),
    ...(facts.openedAt && { openedAt: facts.openedAt }),
  };
}
