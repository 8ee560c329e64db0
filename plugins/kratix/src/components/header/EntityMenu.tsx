import type { Entity } from '@backstage/catalog-model';
import {
  ExtensionBoundary,
  errorApiRef,
  useApi,
  useAppNode,
  useTranslationRef,
  type AppNode,
} from '@backstage/frontend-plugin-api';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import {
  EntityContextMenuItemBlueprint,
  type EntityContextMenuItemData,
} from '@backstage/plugin-catalog-react/alpha';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { RiMore2Line } from '@remixicon/react';

/**
 * What can be done with an entity, from whichever plugin. A header is not handed the items of the menu: they
 * are found where they are attached, at the page that this header is attached to as well.
 * @internal
 */
export function EntityMenu({ entity }: { entity: Entity }) {
  const { t } = useTranslationRef(catalogTranslationRef);
  const page = useAppNode()?.edges.attachedTo?.node;
  const items = page ? findItems(page, entity) : [];
  return (
    <MenuTrigger>
      <ButtonIcon
        variant="secondary"
        icon={<RiMore2Line />}
        aria-label={t('entityContextMenu.moreButtonAriaLabel')}
      />
      <Menu placement="bottom end">
        {items.map(({ node, data }) => (
          <ExtensionBoundary
            key={node.spec.id}
            node={node}
            errorPresentation="error-api"
          >
            <Item {...data} />
          </ExtensionBoundary>
        ))}
      </Menu>
    </MenuTrigger>
  );
}

function findItems(page: AppNode, entity: Entity) {
  const { data: dataRef, filterFunction } =
    EntityContextMenuItemBlueprint.dataRefs;
  return (page.edges.attachments.get('contextMenuItems') ?? []).flatMap(
    node => {
      const data = node.instance?.getData(dataRef);
      const filter = node.instance?.getData(filterFunction);
      return data && (filter?.(entity) ?? true) ? [{ node, data }] : [];
    },
  );
}

function Item({ icon, useProps }: EntityContextMenuItemData) {
  const { title, disabled, onClick, ...rest } = useProps();
  const errors = useApi(errorApiRef);
  return (
    <MenuItem
      iconStart={icon}
      isDisabled={disabled}
      href={'href' in rest ? rest.href : undefined}
      // Such as code that could not be loaded.
      onAction={() =>
        void Promise.resolve(onClick?.()).catch(error => errors.post(error))
      }
    >
      {title}
    </MenuItem>
  );
}
