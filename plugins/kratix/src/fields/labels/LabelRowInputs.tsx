import { ButtonIcon } from '@backstage/ui';
import type { DestinationSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { RiDeleteBinLine } from '@remixicon/react';
import { useTexts } from '../../translation';
import { SuggestInput } from '../SuggestInput';
import { findLabelMistake } from './findLabelMistake';
import type { LabelRow } from './labelShape';
import { suggestKeys, suggestValues } from './suggestLabels';
import styles from './labels.module.css';

/**
 * One label: its name, its value, and the way to be rid of it.
 * @internal
 */
export function LabelRowInputs(props: {
  readonly id: string;
  readonly row: LabelRow;
  readonly others: readonly LabelRow[];
  readonly destinations: readonly DestinationSummary[];
  readonly isLocked: boolean;
  readonly onChange: (part: Partial<LabelRow>) => void;
  readonly onRemove: () => void;
}) {
  const { id, row, others, destinations, isLocked, onChange } = props;
  const { t } = useTexts();
  return (
    <div className={styles.row}>
      <SuggestInput
        id={`${id}__key`}
        label={t('labels.key')}
        value={row.key}
        onChange={key => onChange({ key })}
        options={suggestKeys(destinations, others)}
        isDisabled={isLocked}
        isInvalid={
          (row.key !== '' && findLabelMistake(row.key, '') !== undefined) ||
          others.some(({ key }) => key === row.key && key !== '')
        }
      />
      <SuggestInput
        id={`${id}__value`}
        label={t('labels.value')}
        value={row.value}
        onChange={value => onChange({ value })}
        options={suggestValues(destinations, row.key, others)}
        isDisabled={isLocked}
        isInvalid={findLabelMistake('label', row.value) !== undefined}
      />
      {!isLocked && (
        <ButtonIcon
          className={styles.remove}
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={
            row.key
              ? t('labels.remove', { key: row.key })
              : t('labels.removeRow')
          }
          onPress={props.onRemove}
        />
      )}
    </div>
  );
}
