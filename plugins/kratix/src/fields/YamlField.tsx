import { Text, TextAreaField } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { useTexts } from '../translation';
import { parseYaml } from './parseYaml';
import { useYamlText } from './useYamlText';
import styles from './fields.module.css';

/**
 * An editor for parts of a service's form that no field can show. The form holds the value that the text
 * means; while the text means nothing it holds the text itself, so that nothing typed is lost and the
 * form cannot go on.
 * @internal
 */
export function YamlField(props: FieldExtensionComponentProps<JsonValue>) {
  const { formData, onChange, schema, uiSchema, required, name, disabled } =
    props;
  const { t } = useTexts();
  const editor = useYamlText(formData, onChange);
  const parsed = parseYaml(editor.text);
  return (
    <div className={styles.field}>
      <TextAreaField
        className={styles.editor}
        label={uiSchema['ui:title'] ?? schema.title ?? name}
        description={uiSchema['ui:description'] ?? schema.description}
        secondaryLabel={required ? t('field.required') : undefined}
        placeholder={uiSchema['ui:placeholder'] ?? t('field.yamlPlaceholder')}
        isRequired={required}
        isDisabled={disabled}
        isInvalid={!parsed.ok}
        rows={rowsFor(editor.text)}
        spellCheck="false"
        value={editor.text}
        onChange={editor.change}
        onFocus={editor.focus}
        onBlur={editor.blur}
      />
      <div className={styles.hint} aria-live="polite">
        {!parsed.ok && (
          <Text as="span" variant="body-small" color="danger">
            {t('field.yamlInvalid', {
              line: String(parsed.line),
              message: parsed.message,
            })}
          </Text>
        )}
      </div>
    </div>
  );
}

/** As tall as what is in it: empty editors must not push the fields apart. */
function rowsFor(text: string): number {
  return Math.min(20, Math.max(3, text.split('\n').length + 1));
}
