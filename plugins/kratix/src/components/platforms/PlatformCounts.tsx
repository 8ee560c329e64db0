import { useRouteRef } from '@backstage/core-plugin-api';
import { ButtonLink, Flex, Text } from '@backstage/ui';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { catalogRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { PhaseCounts } from '../counts/PhaseCounts';
import { EmptyPlatform } from './EmptyPlatform';
import styles from './platforms.module.css';

/**
 * What the platform offers and how its requests fare. Not known is said, never shown as zero; requests
 * are counted only for those who may see them all.
 * @internal
 */
export function PlatformCounts({ platform }: { platform: PlatformSummary }) {
  const { t } = useTexts();
  const { counts } = platform;
  if (!counts) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('platform.countsUnknown')}
      </Text>
    );
  }
  if (counts.promises === 0) {
    return <EmptyPlatform />;
  }
  return (
    <Flex direction="column" gap="3">
      <div className={styles.counts}>
        <CountLink
          text={t('platform.promises', { count: counts.promises })}
          filter={{
            kind: 'component',
            type: 'kratix-promise',
            namespace: platform.catalogNamespace,
          }}
        />
        {counts.requests !== undefined && (
          <CountLink
            text={t('platform.requests', { count: counts.requests })}
            filter={{
              kind: platform.requestEntityKind.toLocaleLowerCase('en-US'),
              type: 'kratix-resource',
              namespace: platform.catalogNamespace,
            }}
          />
        )}
      </div>
      {counts.phases && Object.keys(counts.phases).length > 0 && (
        <PhaseCounts counts={counts.phases} />
      )}
    </Flex>
  );
}

/** Leads to the catalog's own list; only text where this Backstage has no catalog page. */
function CountLink(props: {
  text: string;
  filter: { kind: string; type: string; namespace: string };
}) {
  const toCatalog = useRouteRef(catalogRouteRef);
  if (!toCatalog) {
    return <Text variant="body-medium">{props.text}</Text>;
  }
  const query = new URLSearchParams({
    'filters[kind]': props.filter.kind,
    'filters[type]': props.filter.type,
    'filters[namespace]': props.filter.namespace,
    'filters[user]': 'all',
  });
  return (
    <ButtonLink
      size="small"
      variant="secondary"
      href={`${toCatalog()}?${query}`}
    >
      {props.text}
    </ButtonLink>
  );
}
