import { Text } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FleetRow } from './FleetRow';
import styles from './fleet.module.css';

/**
 * Services by platforms. A plain table: every cell says several things, and a screen reader must find its way
 * by the heads of rows and columns. A narrow screen stacks the cells; the table stays one for those who hear it.
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
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('fleet.service')}</th>
            {fleet.platforms.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <FleetRow key={row.promise} row={row} {...{ fleet, base }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
