import { Header } from '@backstage/ui';
import {
  useEntity,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import type { EntityHeaderLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { EntityMenu } from './EntityMenu';
import { StarButton } from './StarButton';
import { useHeaderMetadata } from './useHeaderMetadata';

/**
 * The header of what Kratix made: as the catalog's own (plugin-catalog 2.0, `EntityHeaderBui`, which takes no
 * additions), and how it fares, on every tab.
 * @internal
 */
export function KratixEntityHeader(props: EntityHeaderLayoutProps) {
  const { entity } = useEntity();
  const { primaryTitle } = useEntityPresentation(entity);
  const metadata = useHeaderMetadata(entity);
  const type = entity.spec?.type?.toString();
  return (
    <Header
      title={primaryTitle}
      tags={[{ label: entity.kind }, ...(type ? [{ label: type }] : [])]}
      metadata={metadata}
      tabs={props.tabs}
      activeTabId={props.activeTabId}
      customActions={
        <>
          <StarButton entity={entity} />
          <EntityMenu entity={entity} />
        </>
      }
    />
  );
}
