import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import {
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { readEntityIdentity } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { LiveStatus } from './LiveStatus';

/**
 * What stands in the header: how it fares, and what the catalog's own header says.
 * @internal
 */
export function useHeaderMetadata(entity: Entity) {
  const { t } = useTexts();
  const { t: catalogT } = useTranslationRef(catalogTranslationRef);
  const identity = readEntityIdentity(entity);
  const lifecycle = entity.spec?.lifecycle?.toString();
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const wholes = getEntityRelations(entity, RELATION_PART_OF);
  return [
    ...(identity.type === 'request' || identity.type === 'promise'
      ? [
          {
            label: t('list.phase'),
            value: <LiveStatus entity={entity} identity={identity} />,
          },
        ]
      : []),
    ...(lifecycle
      ? [{ label: catalogT('entityLabels.lifecycleLabel'), value: lifecycle }]
      : []),
    ...(owners.length > 0
      ? [
          {
            label: catalogT('entityLabels.ownerLabel'),
            value: <EntityRefLinks entityRefs={owners} defaultKind="Group" />,
          },
        ]
      : []),
    ...groupByKind(wholes).map(([kind, refs]) => ({
      label: catalogT(
        `entityLabels.${
          kind === 'system' || kind === 'domain' ? kind : 'partOf'
        }Label`,
      ),
      value: <EntityRefLinks entityRefs={refs} />,
    })),
  ];
}

function groupByKind(refs: readonly CompoundEntityRef[]) {
  const kinds = [...new Set(refs.map(({ kind }) => kind.toLowerCase()))];
  return kinds.map(
    kind =>
      [kind, refs.filter(ref => ref.kind.toLowerCase() === kind)] as const,
  );
}
