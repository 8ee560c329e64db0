import type { Entity } from '@backstage/catalog-model';
import { CatalogTable, type CatalogTableRow } from '@backstage/plugin-catalog';
import type { CatalogTableColumnsFunc } from '@backstage/plugin-catalog';
import type { TableColumn } from '@backstage/core-components';
import {
  entityAnnotations,
  readEntityIdentity,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { EntityStatus } from './EntityStatus';

/**
 * The catalog's own columns, with the status of what Kratix made beside its name. Lists of other things
 * look as they did.
 * @public
 */
export const kratixCatalogColumns: CatalogTableColumnsFunc = context => {
  const columns = CatalogTable.defaultColumnsFunc(context);
  const ours = context.entities.filter(
    entity => readEntityIdentity(entity).type !== undefined,
  );
  if (ours.length === 0) {
    return columns;
  }
  const name = columns.findIndex(({ field }) => field === nameField);
  const areAllOurs = ours.length === context.entities.length;
  return columns.flatMap((column, index) => {
    if (areAllOurs && isSilent(column, ours)) {
      return [];
    }
    return index === name
      ? [withRoom(column), statusColumn]
      : [withRoom(column)];
  });
};

/** A column that says nothing of any request would only take room: none has a lifecycle, and all have one tag. */
function isSilent(
  { field }: TableColumn<CatalogTableRow>,
  entities: readonly Entity[],
): boolean {
  switch (field) {
    case lifecycleField:
      return entities.every(({ spec }) => spec?.lifecycle === undefined);
    case tagsField:
      return entities.every(({ metadata: { tags = [] } }) =>
        tags.every(tag => tag === ourTag),
      );
    default:
      return false;
  }
}

/** One column more would break names in the middle of a word: the links of the catalog break anywhere. */
function withRoom(column: TableColumn<CatalogTableRow>) {
  const minWidth =
    column.field === undefined ? undefined : rooms[String(column.field)];
  return minWidth ? { ...column, cellStyle: { minWidth } } : column;
}

/** All of plugin-catalog 2.0, `columns.tsx`. */
const nameField = 'resolved.entityRef';
const lifecycleField = 'entity.spec.lifecycle';
const tagsField = 'entity.metadata.tags';
const rooms: Readonly<Record<string, string>> = {
  [nameField]: '13em',
  'resolved.partOfSystemRelationTitle': '9em',
  'resolved.ownedByRelationsTitle': '9em',
};

/** Of every entity that this suite makes. */
const ourTag = 'kratix';

const statusColumn: TableColumn<CatalogTableRow> = {
  title: <StatusTitle />,
  field: `entity.metadata.annotations["${entityAnnotations.phase}"]`,
  customSort: (a, b) => statusOf(a.entity).localeCompare(statusOf(b.entity)),
  render: ({ entity }) => <EntityStatus entity={entity} />,
};

function StatusTitle() {
  const { t } = useTexts();
  return <>{t('list.phase')}</>;
}

function statusOf({ metadata: { annotations } }: Entity): string {
  return (
    annotations?.[entityAnnotations.phase] ??
    annotations?.[entityAnnotations.availability] ??
    ''
  );
}
