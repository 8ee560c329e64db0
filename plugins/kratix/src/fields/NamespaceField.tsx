import { useEffect } from 'react';
import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useNamespaces } from '../hooks';
import { useTexts } from '../translation';
import { describeNamespaces } from './describeNamespaces';
import { isChange } from './order/readOrder';
import styles from './fields.module.css';
import { LabelField } from './LabelField';
import { NamespaceInput } from './NamespaceInput';

type Props = FieldExtensionComponentProps<string, { platform?: string }>;

/**
 * Where a request is to live: suggests the namespaces that the platform has and takes any other as well,
 * for the list may be out of reach and the namespace on its way. The platform decides in the end.
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
  const live = useNamespaces(platform);
  const { t } = useTexts();
  const known = live.state === 'known' ? live.value : undefined;
  const [first, second] = known?.namespaces ?? [];
  const only = known?.isComplete && !second ? first : undefined;

  // Once, when the answer comes: who clears the field means it.
  useEffect(() => {
    if (only && !formData) {
      onChange(only);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [only]);

  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <div className={styles.field}>
      <NamespaceInput
        {...props}
        disabled={props.disabled || isFixed}
        namespaces={known?.namespaces ?? []}
        isLoading={live.state === 'loading'}
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
            : describeNamespaces(live, { platform, namespace: formData }, t)}
        </Text>
      </div>
    </div>
  );
}
