import { SearchField, Select, Switch } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import type { FleetChoice } from './useFleetChoice';
import styles from './fleet.module.css';

const ANY = '*';

/**
 * What of the fleet to look at, and what to compare it with.
 * @internal
 */
export function FleetControls(props: {
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
      {fleet.platforms.length > 1 && (
        <>
          <Select
            aria-label={t('fleet.reference')}
            size="small"
            className={styles.reference}
            value={choice.reference || ANY}
            onChange={key =>
              choose({ reference: key === ANY ? '' : String(key ?? '') })
            }
            options={[
              { value: ANY, label: t('fleet.anyReference') },
              ...fleet.platforms.map(({ name, title }) => ({
                value: name,
                label: t('fleet.referenceTo', { platform: title }),
              })),
            ]}
          />
          <Switch
            label={t('fleet.onlyDrift')}
            isSelected={choice.isOnlyDrift}
            onChange={isOnlyDrift => choose({ isOnlyDrift })}
          />
        </>
      )}
    </div>
  );
}
