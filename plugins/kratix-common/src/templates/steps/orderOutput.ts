import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { Platform } from '../../model';
import { publishedUrl, type FileChange } from './publishStep';

type Output = TemplateEntityV1beta3['spec']['output'];

/**
 * Where a task leads when it is done: to what was ordered, or to its review.
 * @internal
 */
export function orderOutput({ delivery }: Pick<Platform, 'delivery'>): Output {
  if (delivery.mode === 'pull-request') {
    return reviewOutput(delivery.repository.forge, 'write');
  }
  return toOutput({
    links: [
      {
        title: 'Open it',
        icon: 'catalog',
        entityRef: '${{ steps.apply.output.entityRef }}',
      },
    ],
  });
}

/** @internal */
export function reviewOutput(
  forge: Parameters<typeof publishedUrl>[0],
  change: FileChange,
): Output {
  return toOutput({
    links: [{ title: 'Open the review', url: publishedUrl(forge, change) }],
    text: [
      {
        title: 'It waits for review',
        content:
          change === 'write'
            ? 'Nothing is changed on the platform until somebody merges the pull request.'
            : 'Nothing is removed from the platform until somebody merges the pull request.',
      },
    ],
  });
}

/**
 * Backstage's type knows only texts here; its schema and its pages know lists of links and texts
 * (Template.v1beta3.schema.json of plugin-scaffolder-common 2.3).
 * @internal
 */
export function toOutput(output: Readonly<Record<string, unknown>>): Output {
  return output as unknown as Output;
}
