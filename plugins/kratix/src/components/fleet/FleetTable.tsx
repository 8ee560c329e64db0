import { Text } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FleetCell } from './FleetCell';
import { impactHref } from './impactHref';
import styles from './fleet.module.css';

type FleetRow = FleetResponse['rows'][number];

/**
 * Services by platforms. A plain table: every cell says several things, and a screen reader must find its way
 * by the heads of rows and columns.
 * @internal
 */
export function FleetTable(props: {
  fleet: FleetResponse;
  rows: readonly FleetRow[];
  /** Path of the fleet page. */
  base: string;
}) {
  const { fleet, rows, base } = props;
  const { t } = useTexts();
  return (
    <div
      className={styles.scroll}
      role="region"
      aria-label={t('fleet.title')}
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
            <FleetTableRow key={row.promise} row={row} {...{ fleet, base }} />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('fleet.noMatch')}
        </Text>
      )}
    </div>
  );
}

function FleetTableRow(props: {
  row: FleetRow;
  fleet: FleetResponse;
  base: string;
}) {
  const { row, fleet, base } = props;
  const { t } = useTexts();
  const titleOf = (name: string | undefined) =>
    fleet.platforms.find(platform => platform.name === name)?.title ?? '';
  const entityRef = row.cells.find(
    ({ platform }) => platform === row.reference,
  )?.entityRef;
  return (
    <tr>
      <th scope="row" className={styles.service}>
        {entityRef ? (
          <EntityRefLink
            entityRef={entityRef}
            title={row.title}
            hideIcon
            disableTooltip
          />
        ) : (
          row.title
        )}
        {row.title !== row.promise && (
          <span className={styles.quiet}>{row.promise}</span>
        )}
      </th>
      {row.cells.map(cell => (
        <td key={cell.platform}>
          <FleetCell
            cell={cell}
            isReference={cell.platform === row.reference}
            href={
              row.reference && cell.state === 'present'
                ? impactHref(base, {
                    promise: row.promise,
                    on: cell.platform,
                    with: `platform:${row.reference}`,
                  })
                : undefined
            }
            label={t('fleet.compare', {
              service: row.title,
              platform: titleOf(cell.platform),
              reference: titleOf(row.reference),
            })}
          />
        </td>
      ))}
    </tr>
  );
}
