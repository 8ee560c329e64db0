import { useRouteRef } from '@backstage/core-plugin-api';
import { Flex, Link, SearchField, Select, Switch, Text } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useFleet } from '../../hooks';
import { rootRouteRef } from '../../routes';
import { useTexts } from '../../translation';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { SandboxAlert } from '../notices/SandboxAlert';
import { CardSkeleton } from '../skeleton/CardSkeleton';
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
    <Flex direction="column" gap="4">
      <nav>
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
      <FleetContent choice={choice} choose={choose} base={`${toHome()}/fleet`} />
    </Flex>
  );
}

function FleetContent(props: {
  choice: FleetChoice;
  choose: (changes: Partial<FleetChoice>) => void;
  base: string;
}) {
  const { choice, choose, base } = props;
  const live = useFleet(choice.reference || undefined);
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={{ kind: 'promise', name: '', platform: '' }}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform=""
          />
          <KnownFleet fleet={live.value} {...{ choice, choose, base }} />
        </>
      );
    default:
      return live satisfies never;
  }
}

function KnownFleet(props: {
  fleet: FleetResponse;
  choice: FleetChoice;
  choose: (changes: Partial<FleetChoice>) => void;
  base: string;
}) {
  const { fleet, choice, choose, base } = props;
  const { t } = useTexts();
  return (
    <>
      {fleet.platforms.some(({ isSandbox }) => isSandbox) && <SandboxAlert />}
      {fleet.platforms.length < 2 && (
        <Text as="p" variant="body-medium">
          {t('fleet.one')}
        </Text>
      )}
      {fleet.platforms
        .filter(({ isKnown }) => !isKnown)
        .map(({ name, title, problem }) => (
          <Text key={name} as="p" variant="body-medium" color="secondary">
            {t('fleet.unknownPlatform', { platform: title })}{' '}
            {problem?.message}
          </Text>
        ))}
      {fleet.rows.length === 0 ? (
        <Text as="p" variant="body-medium" color="secondary">
          {t('fleet.empty')}
        </Text>
      ) : (
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

const ANY = '*';

function FleetControls(props: {
  fleet: FleetResponse;
  choice: FleetChoice;
  choose: (changes: Partial<FleetChoice>) => void;
}) {
  const { fleet, choice, choose } = props;
  const { t } = useTexts();
  return (
    <div className={styles.controls}>
      <SearchField
        aria-label={t('fleet.search')}
        placeholder={t('fleet.search')}
        size="small"
        className={styles.search}
        value={choice.text}
        onChange={text => choose({ text })}
      />
      <Select
        aria-label={t('fleet.reference')}
        size="small"
        value={choice.reference || ANY}
        onChange={key =>
          choose({ reference: key === ANY ? '' : String(key ?? '') })
        }
        options={[
          {
            value: ANY,
            label: `${t('fleet.reference')} ${t('fleet.anyReference')}`,
          },
          ...fleet.platforms.map(({ name, title }) => ({
            value: name,
            label: `${t('fleet.reference')} ${title}`,
          })),
        ]}
      />
      <Switch
        label={t('fleet.onlyDrift')}
        isSelected={choice.isOnlyDrift}
        onChange={isOnlyDrift => choose({ isOnlyDrift })}
      />
    </div>
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
