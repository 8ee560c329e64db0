import { showName } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FactList } from '../facts/FactList';
import styles from './delivery.module.css';

type Name = 'branch' | 'commit' | 'kind' | 'location' | 'path';

/**
 * Where something is written to, as far as that is reported.
 * @internal
 */
export function DeliveryFacts(props: {
  facts: readonly (readonly [Name, string | undefined])[];
}) {
  const { t } = useTexts();
  return (
    <FactList
      rows={props.facts.flatMap(([key, value]) =>
        value
          ? [
              {
                key,
                label: t(`delivery.${key}`),
                value: <code className={styles.path}>{showName(value)}</code>,
              },
            ]
          : [],
      )}
    />
  );
}
