import { useMemo, type ComponentProps } from 'react';
import { Table, Text } from '@backstage/ui';
import {
  requestSortSchema,
  type RequestListResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { requestColumns, type TableRow } from './requestColumns';
import type { Choose, ListChoice } from './useListQuery';
import styles from './lists.module.css';

const smallestPage = 10;
const pageSizes = [smallestPage, 20, 50, 100];

/**
 * One page of requests. The backend filters, sorts and cuts, so that thousands cost what one page costs.
 * @internal
 */
export function RequestsTable(props: {
  /** Undefined while nothing has come yet. */
  list: RequestListResponse | undefined;
  /** Whether what is shown answers an earlier question. */
  isStale: boolean;
  choice: ListChoice;
  choose: Choose;
  shows: { readonly service: boolean; readonly platform: boolean };
  /** What to say where there is not a single request. */
  emptyText: string;
}) {
  const { list, isStale, choice, choose, shows, emptyText } = props;
  const { t } = useTexts();
  const columns = useMemo(
    () =>
      requestColumns(t, { service: shows.service, platform: shows.platform }),
    [t, shows.service, shows.platform],
  );
  const rows = useMemo(() => list && toRows(list), [list]);
  return (
    <div
      className={styles.table}
      role="region"
      aria-label={t('list.label')}
      tabIndex={0}
    >
      <Table
        columnConfig={columns}
        data={rows}
        isPending={!rows}
        isStale={isStale}
        sort={{
          descriptor: {
            column: choice.sort,
            direction: choice.order === 'asc' ? 'ascending' : 'descending',
          },
          onSortChange: ({ column, direction }) =>
            choose({
              sort: requestSortSchema.parse(column),
              order: direction === 'ascending' ? 'asc' : 'desc',
            }),
        }}
        pagination={toPagination(list?.total ?? 0, choice, choose)}
        emptyState={
          <Text as="p" variant="body-medium" color="secondary">
            {emptyText}
          </Text>
        }
      />
    </div>
  );
}

/** One page has no pages to turn. */
function toPagination(
  total: number,
  { offset, limit }: ListChoice,
  choose: Choose,
): ComponentProps<typeof Table>['pagination'] {
  return total > smallestPage || offset > 0
    ? {
        type: 'page',
        pageSize: limit,
        pageSizeOptions: pageSizes,
        offset,
        totalCount: total,
        hasNextPage: offset + limit < total,
        hasPreviousPage: offset > 0,
        onNextPage: () => choose({ offset: offset + limit }),
        onPreviousPage: () => choose({ offset: Math.max(0, offset - limit) }),
        onPageSizeChange: size => choose({ limit: size }),
      }
    : { type: 'none' };
}

function toRows({ items }: RequestListResponse): TableRow[] {
  return items.map(item => ({
    ...item,
    id: [
      item.ref.platform,
      item.ref.promise,
      item.ref.namespace,
      item.ref.name,
    ].join('/'),
  }));
}
