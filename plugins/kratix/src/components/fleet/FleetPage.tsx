import { useRouteRef } from '@backstage/core-plugin-api';
import { Alert, Link, Text, VisuallyHidden } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useFleet } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { LiveAnswer } from '../live/LiveAnswer';
import { SandboxAlert } from '../notices/SandboxAlert';
import { FleetControls } from './FleetControls';
import { FleetGaps } from './FleetGaps';
import { FleetTable } from './FleetTable';
import { useFleetChoice, type FleetChoice } from './useFleetChoice';
import styles from './fleet.module.css';

/**
 * What is deployed where, over all platforms.
 * @internal
 */
export function FleetPage() {
  const { t } = useTexts();
  const toHome = useRouteRef(rootRouteRef);
  const { choice, choose } = useFleetChoice();
  return (
    <div className={styles.page}>
      <nav aria-label={t('fleet.way')}>
        <Link href={toHome()}>← {t('home.back')}</Link>
      </nav>
      <div className={styles.head}>
        <Text as="h2" variant="title-medium" weight="bold">
          {t('fleet.title')}
        </Text>
        <Text as="p" variant="body-medium" color="secondary">
          {t('fleet.about')}
        </Text>
      </div>
      <FleetContent
        choice={choice}
        choose={choose}
        base={`${toHome()}/fleet`}
      />
    </div>
  );
}

interface ContentProps {
  choice: FleetChoice;
  choose: (changes: Partial<FleetChoice>) => void;
  base: string;
}

function FleetContent(props: ContentProps) {
  const { t } = useTexts();
  const live = useFleet(props.choice.reference || undefined);
  return (
    <LiveAnswer live={live} subject={{ kind: 'fleet' }}>
      {fleet => (
        <>
          <VisuallyHidden role="status">
            {live.isChanging && t('common.loading')}
          </VisuallyHidden>
          <KnownFleet fleet={fleet} {...props} />
        </>
      )}
    </LiveAnswer>
  );
}

function KnownFleet(props: ContentProps & { fleet: FleetResponse }) {
  const { fleet, choice, choose, base } = props;
  const { t } = useTexts();
  const isEmpty = fleet.rows.length === 0;
  const isKnown = fleet.platforms.every(platform => platform.isKnown);
  return (
    <>
      {fleet.platforms.some(({ isSandbox }) => isSandbox) && <SandboxAlert />}
      {fleet.platforms.length < 2 && (
        <Alert status="info" icon description={t('fleet.one')} />
      )}
      <FleetGaps platforms={fleet.platforms} />
      {isEmpty && isKnown && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('fleet.empty')}
        </Text>
      )}
      {!isEmpty && (
        <>
          <FleetControls {...{ fleet, choice, choose }} />
          <FleetTable
            fleet={fleet}
            rows={filterRows(fleet, choice)}
            base={base}
          />
        </>
      )}
    </>
  );
}

function filterRows(
  { rows }: FleetResponse,
  { text, isOnlyDrift }: FleetChoice,
): FleetResponse['rows'] {
  const sought = text.trim().toLocaleLowerCase();
  return rows.filter(
    ({ title, promise, cells }) =>
      `${title} ${promise}`.toLocaleLowerCase().includes(sought) &&
      (!isOnlyDrift || cells.some(({ marks }) => marks.length > 0)),
  );
}
