import { Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useTexts } from '../../translation';
import { findLabelProblem } from '../dnsLabel';
import { LabelField } from '../LabelField';
import styles from '../fields.module.css';
import type { OrderOptions } from './OrderOptions';
import { isChange, readOrder } from './readOrder';
import { useIsTaken } from './useIsTaken';

/**
 * The name of a request: one that Kubernetes accepts and nobody has. In a form that changes a request it
 * stays as it is, or another would be changed.
 * @internal
 */
export function RequestNameField(
  props: FieldExtensionComponentProps<string, OrderOptions>,
) {
  const { formData, formContext, uiSchema } = props;
  const { t } = useTexts();
  const values = formContext?.formData;
  const isFixed = isChange(values);
  const order = readOrder(values);
  const isAsked =
    !isFixed && order !== undefined && !findLabelProblem(formData ?? '');
  const isTaken = useIsTaken(
    uiSchema['ui:options'] ?? {},
    isAsked ? { namespace: order.namespace, name: order.name } : undefined,
  );
  return (
    <div className={styles.field}>
      <LabelField {...props} disabled={props.disabled || isFixed} />
      <div className={styles.hint} aria-live="polite">
        {isFixed && (
          <Text as="span" variant="body-small" color="secondary">
            {t('order.nameFixed')}
          </Text>
        )}
        {isTaken && order && !props.rawErrors?.length && (
          <Text as="span" variant="body-small" color="danger">
            {t('order.nameTaken', {
              name: order.name,
              namespace: order.namespace,
            })}
          </Text>
        )}
      </div>
    </div>
  );
}
