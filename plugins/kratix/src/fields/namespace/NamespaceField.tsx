import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useNamespaces } from '../../hooks';
import { useTexts } from '../../translation';
import styles from '../fields.module.css';
import { LabelField } from '../LabelField';
import { isChange } from '../order/readOrder';
import { SuggestInput } from '../SuggestInput';
import { describeNamespaces } from './describeNamespaces';
import type { NamespaceOptions } from './NamespaceOptions';
import { useOnlyChoice } from './useOnlyChoice';

type Props = FieldExtensionComponentProps<string, NamespaceOptions>;

/**
 * Where a request is to live: suggests the namespaces in which the person may order it, and takes any other
 * where that is not known: the list may be out of reach and the namespace on its way. The platform decides in
 * the end.
 * @internal
 */
export function NamespaceField(props: Props) {
  const platform = props.uiSchema['ui:options']?.platform;
  // A Template of somebody's own may not say which platform.
  return platform ? (
    <PlatformNamespaceField {...props} platform={platform} />
  ) : (
    <LabelField {...props} />
  );
}

function PlatformNamespaceField(props: Props & { platform: string }) {
  const { platform, formData, onChange, schema, uiSchema } = props;
  const isFixed = isChange(props.formContext?.formData);
  const { promise, platformTitle = platform } = uiSchema['ui:options'] ?? {};
  const live = useNamespaces(platform, promise);
  const { t } = useTexts();
  const known = live.state === 'known' ? live.value : undefined;
  const [first, second] = known?.namespaces ?? [];
  const only = known?.isComplete && !second ? first : undefined;

  const fill = useOnlyChoice(only, formData, onChange);

  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <div className={styles.field}>
      <SuggestInput
        id={props.idSchema.$id}
        label={uiSchema['ui:title'] ?? schema.title}
        value={formData ?? ''}
        onChange={text => onChange(text === '' ? undefined : text)}
        onFocusChange={fill.onFocusChange}
        options={known?.namespaces ?? []}
        isLoading={live.state === 'loading'}
        isDisabled={props.disabled || props.readonly || isFixed}
        isRequired={props.required}
        isInvalid={Boolean(props.rawErrors?.length)}
      />
      {description && (
        <Text as="span" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <div className={styles.hint} aria-live="polite">
        <Text as="span" variant="body-small" color="secondary">
          {isFixed
            ? t('order.namespaceFixed')
            : describeNamespaces(
                live,
                { platform: platformTitle, namespace: formData },
                t,
              )}
        </Text>
      </div>
    </div>
  );
}
