import { Text } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FleetRow } from './FleetRow';
import styles from './fleet.module.css';

/**
 * Services by platforms. A plain table: every cell says several things, and a screen reader must find its way
 * by the heads of rows and columns. The roles are written out because a narrow screen stacks the cells, and
 * browsers take a table whose cells are no table cells for text.
 * @internal
 */
export function FleetTable(props: {
  fleet: FleetResponse;
  rows: FleetResponse['rows'];
  /** Path of the fleet page. */
  base: string;
}) {
  const { fleet, rows, base } = props;
  const { t } = useTexts();
  if (rows.length === 0) {
    return (
      <Text as="p" variant="body-medium" color="secondary">
        {t('fleet.noMatch')}
      </Text>
    );
  }
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={t('fleet.table')}
      tabIndex={0}
    >
      <table className={styles.table} role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t('fleet.service')}
            </th>
            {fleet.platforms.map(({ name, title }) => (
              <th key={name} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map(row => (
            <FleetRow key={row.promise} row={row} {...{ fleet, base }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
