import { useState } from 'react';
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
        // What was picked may be there already, and would be sent though nobody sees it picked.
        onChange={key =>
          choose({ version: String(key ?? ''), names: new Set() })
        }
        options={[
          ...rollout.versions.map(({ version, isLatest }) => ({
            value: version,
            label: isLatest ? t('rollout.latest', { version }) : version,
          })),
          { value: 'latest', label: t('rollout.follow') },
        ]}
      />
      <BatchSize
        chosen={choice.batchSize}
        onChoose={batchSize => choose({ batchSize })}
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

/** Keeps what is typed until it is a number: a field that is emptied would else hold a 1 before the next digit. */
function BatchSize(props: {
  chosen: number;
  onChoose: (batchSize: number) => void;
}) {
  const { t } = useTexts();
  const [text, setText] = useState(String(props.chosen));
  const isNumber = isBatchSize(text);
  const change = (next: string) => {
    setText(next);
    if (isBatchSize(next)) {
      props.onChoose(Number(next));
    }
  };
  return (
    <TextField
      label={t('rollout.batchSize')}
      description={isNumber ? undefined : t('rollout.batchSizeWrong')}
      isInvalid={!isNumber}
      inputMode="numeric"
      value={text}
      onChange={change}
      onBlur={() => setText(String(props.chosen))}
    />
  );
}

function isBatchSize(text: string): boolean {
  return /^[1-9]\d*$/.test(text) && Number.isSafeInteger(Number(text));
}
