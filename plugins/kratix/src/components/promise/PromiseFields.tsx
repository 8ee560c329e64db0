import { useState } from 'react';
import { Button, Text } from '@backstage/ui';
import type { OfferField } from '@kratix-portal/backstage-plugin-kratix-common';
import { useList, useTexts, type Translate } from '../../translation';
import { Section } from '../section/Section';
import styles from './promise.module.css';

/** At a glance; the form has them all. */
const shownAtFirst = 6;

/**
 * What an order will ask for.
 * @internal
 */
export function PromiseFields({ fields }: { fields: readonly OfferField[] }) {
  const { t } = useTexts();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? fields : fields.slice(0, shownAtFirst);
  const hidden = fields.length - shownAtFirst;
  return (
    <Section title={t('about.title')}>
      {fields.length === 0 && (
        <Text as="p" variant="body-medium" color="secondary">
          {t('about.nothing')}
        </Text>
      )}
      <dl className={styles.fields}>
        {shown.map(field => (
          <Field key={field.name} field={field} />
        ))}
      </dl>
      {hidden > 0 && (
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isWhole}
          onPress={() => setWhole(!isWhole)}
        >
          {isWhole ? t('about.fewer') : t('about.more', { count: hidden })}
        </Button>
      )}
    </Section>
  );
}

function Field({ field }: { field: OfferField }) {
  const { t } = useTexts();
  const list = useList();
  const { defaultValue, choices } = field;
  return (
    <div className={styles.field}>
      <dt>
        {field.title}
        <span className={styles.fieldType}>
          {describeType(field.type, t)}
          {field.isRequired && ` · ${t('about.required')}`}
        </span>
      </dt>
      <dd>
        {field.description && <p>{field.description}</p>}
        {choices && <p>{t('about.choices', { values: list(choices) })}</p>}
        {defaultValue !== undefined && (
          <p>{t('about.default', { value: defaultValue || '""' })}</p>
        )}
      </dd>
    </div>
  );
}

const types = [
  'string',
  'integer',
  'number',
  'boolean',
  'intOrString',
  'object',
  'map',
  'array',
  'any',
] as const;

/** A type that this version does not know stands as it is. */
function describeType(type: string, t: Translate): string {
  const listed = /^list of (.*)$/.exec(type)?.[1];
  if (listed !== undefined) {
    return t('about.type.list', { type: describeType(listed, t) });
  }
  const known = types.find(each => each === type);
  return known ? t(`about.type.${known}`) : type;
}
