import { useId, useState, type ComponentType } from 'react';
import { RiArrowDownSLine, RiArrowRightSLine } from '@remixicon/react';
import { useTexts } from '../../../translation';
import { countFields, countFilled } from './countFields';
import { hasComplaint } from './hasComplaint';
import { hasOwnField } from './hasOwnField';
import styles from './sections.module.css';

/**
 * What the renderer tells a template of an object (RJSF `ObjectFieldTemplateProps`) and this reads.
 * @internal
 */
export interface SectionProps {
  readonly title: string;
  readonly required?: boolean;
  readonly idSchema: { readonly $id: string };
  readonly schema: unknown;
  readonly uiSchema?: unknown;
  readonly formData?: unknown;
  readonly errorSchema?: unknown;
}

/**
 * A section of a long page behind its title. It is open where something must be filled in or already is, and
 * where a field of an app may have a say of its own; what is wrong in it opens it. Closed, its fields are not
 * even made: the form holds their values, they only show them.
 * @internal
 */
export function FoldedSection<P extends SectionProps>({
  template: Template,
  isAlone,
  section,
}: {
  readonly template: ComponentType<P>;
  readonly isAlone: boolean;
  readonly section: P;
}) {
  const { t } = useTexts();
  const id = useId();
  const { schema, uiSchema, formData, required, errorSchema } = section;
  const filled = countFilled(formData);
  const [isChosen, setIsChosen] = useState(
    () => isAlone || required || filled > 0 || hasOwnField(uiSchema),
  );
  const isWrong = hasComplaint(errorSchema);
  const isOpen = isChosen || isWrong;
  const Icon = isOpen ? RiArrowDownSLine : RiArrowRightSLine;
  return (
    <section className={styles.section} aria-labelledby={`${id}-title`}>
      <button
        type="button"
        className={styles.title}
        id={`${id}-title`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-fields` : undefined}
        onClick={() => setIsChosen(!isOpen)}
      >
        <Icon size={20} aria-hidden />
        <span className={styles.name}>
          {section.title}
          {required ? ' *' : ''}
        </span>{' '}
        <span className={styles.count}>
          {t(filled > 0 ? 'section.filled' : 'section.fields', {
            count: countFields(schema),
            filled: String(filled),
          })}
        </span>
      </button>
      {isOpen && (
        <div className={styles.fields} id={`${id}-fields`}>
          <Template {...section} title="" />
        </div>
      )}
    </section>
  );
}
