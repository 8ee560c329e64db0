import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { useDestinations } from '../../hooks';
import { useTexts } from '../../translation';
import styles from '../fields.module.css';
import { SuggestInput } from '../SuggestInput';
import { describeMatches } from './describeMatches';
import { LabelHint } from './LabelHint';
import { suggestValues } from './suggestLabels';

/**
 * The value of one label, where a service takes it as a text.
 * @internal
 */
export function LabelTextField(
  props: FieldExtensionComponentProps<JsonValue> & {
    readonly platform: string;
    readonly labelName: string;
  },
) {
  const { platform, labelName, formData, onChange, schema, uiSchema } = props;
  const { t } = useTexts();
  const live = useDestinations(platform);
  const known = live.state === 'known' ? live.value.destinations : undefined;
  const value = typeof formData === 'string' ? formData : '';
  const rows = value ? [{ key: labelName, value }] : [];
  const { text, isWarning } = describeMatches(live, { rows, platform }, t);
  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <div className={styles.field}>
      <SuggestInput
        id={props.idSchema.$id}
        label={uiSchema['ui:title'] ?? schema.title}
        value={value}
        onChange={next => onChange(next === '' ? undefined : next)}
        options={suggestValues(known ?? [], labelName, [])}
        isLoading={live.state === 'loading'}
        isDisabled={props.disabled || props.readonly}
        isRequired={props.required}
        isInvalid={Boolean(props.rawErrors?.length)}
      />
      {description && (
        <Text as="span" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <LabelHint text={text} isWarning={isWarning} />
    </div>
  );
}
