import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import {
  foldTexts,
  type ImpactResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import { toneOfSeverity } from './toneOfSeverity';
import styles from './fleet.module.css';

/** Enough to see what it is about. */
const FIRST = 12;

/**
 * Every difference as a sentence, the worst first.
 * @internal
 */
export function ChangeList({ changes: all }: Pick<ImpactResponse, 'changes'>) {
  const changes = foldTexts(all);
  const { t } = useTexts();
  const say = useSay();
  const [isAll, setAll] = useState(false);
  if (changes.length === 0) {
    return null;
  }
  const shown = isAll ? changes : changes.slice(0, FIRST);
  return (
    <section className={styles.list}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('impact.changes')}
      </Text>
      <ul className={styles.list}>
        {shown.map(({ code, path, severity, message, wording }, index) => (
          <li key={`${code} ${path} ${index}`} className={styles.item}>
            <ToneIcon tone={toneOfSeverity[severity]} size="small" isStill />
            <span>
              <b>{t(`impact.word.${severity}`)}</b> {say(wording, message)}
            </span>
          </li>
        ))}
      </ul>
      {shown.length < changes.length && (
        <div>
          <Button variant="secondary" size="small" onPress={() => setAll(true)}>
            {t('impact.moreChanges', { count: changes.length - FIRST })}
          </Button>
        </div>
      )}
    </section>
  );
}
