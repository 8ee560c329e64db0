import type { ReactNode } from 'react';
import type { Entity } from '@backstage/catalog-model';
import {
  entityAnnotations,
  readEntityIdentity,
  type EntityIdentity,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { usePlatforms } from '../../hooks';
import { useTexts } from '../../translation';
import { CardFrame } from '../live/CardFrame';
import { MissingAnnotations } from '../notices/MissingAnnotations';
import { ProblemNotice } from '../notices/ProblemNotice';
import { Readable } from '../readable/Readable';
import { CardSkeleton } from '../skeleton/CardSkeleton';

type Complete = Extract<EntityIdentity, { type: 'promise' | 'request' }>;

interface Props {
  readonly entity: Entity;
  readonly children: (identity: Complete) => ReactNode;
}

/**
 * Shows its content for an entity that says what it stands for, else what it fails to say. An entity
 * that only fails to name its platform, as those of other origin do, stands on the only one there is. Which that
 * is takes the permission to see platforms.
 * @internal
 */
export function EntityIdentityBoundary({ entity, children }: Props) {
  const identity = readEntityIdentity(entity);
  switch (identity.type) {
    case 'promise':
    case 'request':
      return <Readable>{children(identity)}</Readable>;
    case 'incomplete':
      return isOnlyPlatformMissing(identity.missing) ? (
        <OnlyPlatform entity={entity}>{children}</OnlyPlatform>
      ) : (
        <MissingAnnotations annotations={identity.missing} />
      );
    case undefined:
      return null;
    default:
      return identity satisfies never;
  }
}

function isOnlyPlatformMissing(missing: readonly string[]): boolean {
  return missing.length === 1 && missing[0] === entityAnnotations.platform;
}

function OnlyPlatform({ entity, children }: Props) {
  const live = usePlatforms();
  const { t } = useTexts();
  if (live.state === 'loading') {
    return (
      <CardFrame>
        <CardSkeleton />
      </CardFrame>
    );
  }
  if (live.state === 'failed') {
    return (
      <CardFrame>
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'platforms' }}
          onRetry={live.refresh}
        >
          {t('problem.platformUnnamed', {
            annotation: entityAnnotations.platform,
          })}
        </ProblemNotice>
      </CardFrame>
    );
  }
  const { platforms } = live.value;
  const identity = readEntityIdentity(entity, {
    platform: platforms.length === 1 ? platforms[0]?.name : undefined,
  });
  return identity.type === 'promise' || identity.type === 'request' ? (
    <Readable>{children(identity)}</Readable>
  ) : (
    <MissingAnnotations annotations={identity.missing} />
  );
}
