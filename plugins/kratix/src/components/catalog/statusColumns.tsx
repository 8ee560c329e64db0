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
  const rest = columns.slice(name + 1);
  return [
    ...columns.slice(0, name + 1).map(withRoom),
    statusColumn,
    // A request has no lifecycle: an empty column would only take room.
    ...(ours.length === context.entities.length &&
    ours.every(({ spec }) => spec?.lifecycle === undefined)
      ? rest.filter(({ field }) => field !== lifecycleField)
      : rest),
  ];
};

/** One column more would break names in the middle of a word. */
function withRoom(column: TableColumn<CatalogTableRow>) {
  return column.field === nameField
    ? { ...column, cellStyle: { minWidth: '9em' } }
    : column;
}

/** Both of plugin-catalog 2.0, `columns.tsx`. */
const nameField = 'resolved.entityRef';
const lifecycleField = 'entity.spec.lifecycle';

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
