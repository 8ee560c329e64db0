import { Link } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { useFormHref } from '../rollout/useFormHref';
import { FleetCell } from './FleetCell';
import { impactHref } from './impactHref';
import styles from './fleet.module.css';

/**
 * One service on every platform.
 * @internal
 */
export function FleetRow(props: {
  row: FleetResponse['rows'][number];
  fleet: FleetResponse;
  /** Path of the fleet page. */
  base: string;
}) {
  const { row, fleet, base } = props;
  const { t } = useTexts();
  const find = (name: string | undefined) =>
    fleet.platforms.find(platform => platform.name === name);
  const titleOf = (name: string | undefined) => find(name)?.title ?? '';
  return (
    <tr>
      <ServiceHead row={row} base={base} />
      {row.cells.map(cell => (
        <td key={cell.platform}>
          <span className={styles.platform} aria-hidden>
            {titleOf(cell.platform)}
          </span>
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
          >
            {cell.state === 'missing' && row.reference && (
              <MissingLink
                platform={find(cell.platform)}
                row={row}
                reference={row.reference}
              />
            )}
          </FleetCell>
        </td>
      ))}
    </tr>
  );
}

/** The way to the form that brings a service where it is missing. */
function MissingLink(props: {
  platform: FleetResponse['platforms'][number] | undefined;
  row: FleetResponse['rows'][number];
  reference: string;
}) {
  const { platform, row, reference } = props;
  const { t } = useTexts();
  const toHref = useFormHref();
  return platform?.promotion && toHref ? (
    <Link
      href={toHref(platform.promotion.template, {
        promise: row.promise,
        from: reference,
      })}
      aria-label={t('promotion.of', {
        service: row.title,
        platform: platform.title,
      })}
      className={styles.compare}
    >
      {t('promotion.button', { platform: platform.title })}
    </Link>
  ) : null;
}

function ServiceHead(props: {
  row: FleetResponse['rows'][number];
  base: string;
}) {
  const { row, base } = props;
  const { promise, title, cells, reference } = row;
  const { t } = useTexts();
  const entityRef = cells.find(
    ({ platform }) => platform === reference,
  )?.entityRef;
  return (
    <th scope="row" className={styles.service}>
      {entityRef ? (
        <EntityRefLink
          entityRef={entityRef}
          title={title}
          hideIcon
          disableTooltip
        />
      ) : (
        title
      )}
      <span className={styles.quiet}>
        {reference && (
          <Link
            href={impactHref(base, { promise, on: '', with: '' })}
            aria-label={t('fleet.checkOf', { service: title })}
          >
            {t('fleet.check')}
          </Link>
        )}
      </span>
    </th>
  );
}
