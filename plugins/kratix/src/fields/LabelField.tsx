import { Button, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useMemo, type ComponentType } from 'react';
import { useTexts } from '../translation';
import { describeLabelProblem } from './describeLabelProblem';
import { findLabelProblem, suggestLabel } from './dnsLabel';
import styles from './fields.module.css';

/**
 * A name that Kubernetes must accept. It looks as the form's own text fields do, whatever theme the form
 * has, says at once what is wrong, and offers the nearest name that is allowed.
 * @internal
 */
export function LabelField(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, registry, schema, uiSchema } = props;
  const { t } = useTexts();
  const { StringField } = registry.fields;
  const templates = useOutlined(registry.templates);
  const problem = formData ? findLabelProblem(formData) : undefined;
  const suggestion = problem && formData ? suggestLabel(formData) : undefined;
  const { 'ui:field': _, ...inner } = uiSchema;
  // The form's own template leaves it out for a field of somebody else's.
  const description = uiSchema['ui:description'] ?? schema.description;
  return (
    <div className={styles.field}>
      {StringField && (
        <StringField
          {...props}
          uiSchema={inner}
          registry={{ ...registry, templates }}
        />
      )}
      {description && (
        <Text as="span" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      <div className={styles.hint} aria-live="polite">
        {problem ? (
          <>
            <Text as="span" variant="body-small" color="danger">
              {describeLabelProblem(problem, formData ?? '', t)}
            </Text>
            {suggestion && (
              <Button
                size="small"
                variant="secondary"
                onPress={() => onChange(suggestion)}
              >
                {t('field.useSuggestion', { suggestion })}
              </Button>
            )}
          </>
        ) : null}
      </div>
    </div>
  );
}

/** With an outline, as the pickers beside it have one (`SuggestInput`, and the form's own). */
function useOutlined<T extends object>(templates: T): T {
  const { BaseInputTemplate: given } = templates as Record<string, unknown>;
  // The form makes its templates anew with each letter, and an input that is another loses the cursor.
  const outlined = useMemo(() => {
    const Input = given as ComponentType<object> | undefined;
    return (
      Input &&
      function Outlined(props: object) {
        return (
          <Input {...props} {...{ variant: 'outlined', margin: 'dense' }} />
        );
      }
    );
  }, [given]);
  return outlined ? { ...templates, BaseInputTemplate: outlined } : templates;
}
