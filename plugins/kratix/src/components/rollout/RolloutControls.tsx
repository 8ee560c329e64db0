import { Select, TextField } from '@backstage/ui';
import type { RolloutResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import type { RolloutChoice } from './useRolloutChoice';
import styles from './rollout.module.css';

/**
 * Where to, how many at once, and which.
 * @internal
 */
export function RolloutControls(props: {
  rollout: RolloutResponse;
  choice: RolloutChoice;
  choose: (changes: Partial<RolloutChoice>) => void;
  wrong: string | undefined;
}) {
  const { rollout, choice, choose, wrong } = props;
  const { t } = useTexts();
  return (
    <div className={styles.controls}>
      <Select
        label={t('rollout.to')}
        value={choice.version}
        onChange={key => choose({ version: String(key ?? '') })}
        options={[
          ...rollout.versions.map(({ version, isLatest }) => ({
            value: version,
            label: isLatest ? t('rollout.latest', { version }) : version,
          })),
          { value: 'latest', label: t('rollout.follow') },
        ]}
      />
      <TextField
        label={t('rollout.batchSize')}
        inputMode="numeric"
        value={String(choice.batchSize)}
        onChange={text =>
          choose({ batchSize: Math.max(1, Number.parseInt(text, 10) || 1) })
        }
      />
      <TextField
        label={t('rollout.labels')}
        description={
          wrong === undefined
            ? t('rollout.labelsHint')
            : t('rollout.labelsWrong', { part: wrong })
        }
        isInvalid={wrong !== undefined}
        value={choice.labels}
        // What was picked may not be in sight any more.
        onChange={labels => choose({ labels, names: new Set() })}
      />
    </div>
  );
}
