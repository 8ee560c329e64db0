import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, type ColumnConfig } from '@backstage/ui';
import type {
  RequestRow,
  RequestSort,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import type { Translate } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { PhaseMark } from './PhaseMark';
import styles from './lists.module.css';

/**
 * A request as a row of a table.
 * @internal
 */
export interface TableRow extends RequestRow {
  readonly id: string;
}

type RequestColumn = ColumnConfig<TableRow> & { readonly id: RequestSort };

/**
 * Columns of a list of requests; their ids are what the backend sorts by. What is the same in every row
 * has no column.
 * @internal
 */
export function requestColumns(
  t: Translate,
  shows: { readonly service: boolean; readonly platform: boolean },
): RequestColumn[] {
  return [...leadColumns(t), ...placeColumns(t, shows), ...sideColumns(t)];
}

function leadColumns(t: Translate): RequestColumn[] {
  return [
    {
      id: 'name',
      label: t('list.name'),
      isRowHeader: true,
      isSortable: true,
      minWidth: 150,
      cell: row => <NameCell row={row} />,
    },
    {
      id: 'phase',
      label: t('list.phase'),
      isSortable: true,
      minWidth: 210,
      cell: row => (
        <Cell>
          <PhaseMark request={row} />
        </Cell>
      ),
    },
  ];
}

/** What the request is of, and where. */
function placeColumns(
  t: Translate,
  shows: Parameters<typeof requestColumns>[1],
): RequestColumn[] {
  const columns: (RequestColumn | false)[] = [
    shows.service && {
      id: 'promise',
      label: t('list.service'),
      isSortable: true,
      minWidth: 150,
      cell: row => <CellText title={row.promiseTitle} />,
    },
    shows.platform && {
      id: 'platform',
      label: t('list.platform'),
      isSortable: true,
      minWidth: 120,
      cell: row => <CellText title={row.platformTitle} />,
    },
    {
      id: 'namespace',
      label: t('list.namespace'),
      isSortable: true,
      minWidth: 145,
      cell: row => <CellText title={row.ref.namespace} />,
    },
  ];
  return columns.filter(column => column !== false);
}

function sideColumns(t: Translate): RequestColumn[] {
  return [
    {
      id: 'owner',
      label: t('list.owner'),
      isSortable: true,
      minWidth: 110,
      cell: row => (
        <Cell>
          {row.owner && <EntityRefLink entityRef={row.owner} hideIcon />}
        </Cell>
      ),
    },
    {
      id: 'version',
      label: t('list.version'),
      isSortable: true,
      minWidth: 100,
      cell: row => <VersionCell row={row} t={t} />,
    },
    {
      id: 'createdAt',
      label: t('list.age'),
      isSortable: true,
      minWidth: 140,
      cell: row => (
        <Cell>{row.createdAt && <RelativeTime time={row.createdAt} />}</Cell>
      ),
    },
  ];
}

function NameCell({ row }: { row: TableRow }) {
  return (
    <Cell>
      <EntityName
        entityRef={row.entityRef}
        title={row.title}
        className={styles.name}
      />
    </Cell>
  );
}

function VersionCell({ row, t }: { row: TableRow; t: Translate }) {
  const { availableVersion } = row.report.flags;
  return (
    <CellText
      title={row.promiseVersion ?? ''}
      description={
        availableVersion &&
        t('list.updateAvailable', { version: availableVersion })
      }
    />
  );
}
