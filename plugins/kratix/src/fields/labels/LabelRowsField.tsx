import { Button, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import type { DestinationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useDestinations, type Live } from '../../hooks';
import { useTexts } from '../../translation';
import fieldStyles from '../fields.module.css';
import { LabelMatches } from './LabelMatches';
import { LabelRowInputs } from './LabelRowInputs';
import type { LabelShape } from './labelShape';
import { useLabelRows } from './useLabelRows';
import styles from './labels.module.css';

interface Props extends FieldExtensionComponentProps<JsonValue> {
  readonly shape: Exclude<LabelShape, 'text'>;
}

/**
 * Labels as rows, with suggestions of a platform and what they lead to there.
 * @internal
 */
export function PlatformLabelRowsField(
  props: Props & { readonly platform: string },
) {
  return <LabelRowsField {...props} live={useDestinations(props.platform)} />;
}

/**
 * Labels as rows.
 * @internal
 */
export function LabelRowsField(
  props: Props & {
    readonly platform?: string;
    readonly live?: Live<DestinationsResponse>;
  },
) {
  const { platform, live, shape, schema, uiSchema } = props;
  const { t } = useTexts();
  const editor = useLabelRows(props.formData, shape, props.onChange);
  const known = live?.state === 'known' ? live.value.destinations : undefined;
  const isLocked = Boolean(props.disabled || props.readonly);
  const title = uiSchema['ui:title'] ?? schema.title ?? props.name;
  const description = uiSchema['ui:description'] ?? schema.description;
  const id = props.idSchema.$id;
  return (
    <div
      className={fieldStyles.field}
      role="group"
      aria-labelledby={`${id}__title`}
    >
      <Text as="span" id={`${id}__title`} variant="body-medium" weight="bold">
        {title}
        {props.required && ' *'}
      </Text>
      {description && (
        <Text as="span" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <div className={styles.rows}>
        {editor.rows.map(row => (
          <LabelRowInputs
            key={row.id}
            id={`${id}__${row.id}`}
            row={row}
            others={editor.rows.filter(other => other.id !== row.id)}
            destinations={known ?? []}
            isLocked={isLocked}
            onChange={part => editor.change(row.id, part)}
            onRemove={() => editor.remove(row.id)}
          />
        ))}
      </div>
      {!isLocked && (
        <div className={fieldStyles.hint}>
          <Button size="small" variant="secondary" onPress={editor.add}>
            {t('labels.add')}
          </Button>
        </div>
      )}
      {live && platform && (
        <LabelMatches
          live={live}
          platform={platform}
          rows={editor.rows.filter(({ key }) => key !== '')}
        />
      )}
    </div>
  );
}
