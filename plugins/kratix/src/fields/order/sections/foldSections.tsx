import type { ComponentType } from 'react';
import { isRecord } from '../readOrder';
import { countFields } from './countFields';
import { FoldedSection, type SectionProps } from './FoldedSection';

/** People look through a page of no more fields as it is. */
const OPEN_PAGE = 30;

/**
 * Whether a page has sections that are better folded.
 * @internal
 */
export function isFolded(schema: unknown): boolean {
  return countFields(schema) > OPEN_PAGE;
}

/**
 * The templates of a form with one that folds the sections within a page. A section that has the page for
 * itself is open from the start.
 * @internal
 */
export function foldSections<T>(templates: T, schema: unknown): T {
  const { ObjectFieldTemplate: given } = templates as Record<string, unknown>;
  const template = given as ComponentType<SectionProps> | undefined;
  const names =
    isRecord(schema) && isRecord(schema.properties)
      ? Object.keys(schema.properties)
      : [];
  return template
    ? { ...templates, ObjectFieldTemplate: fold(template, names.length === 1) }
    : templates;
}

function fold(
  Template: ComponentType<SectionProps>,
  isOnlyOne: boolean,
): ComponentType<SectionProps> {
  return function Folded(props: SectionProps) {
    const { $id } = props.idSchema;
    // Not the page itself, whose title stands above it, nor an entry of a list, which somebody added.
    const isSection =
      Boolean(props.title) && $id !== 'root_spec' && !/_\d+$/.test($id);
    return isSection ? (
      <FoldedSection
        template={Template}
        isAlone={isOnlyOne && $id.split('_').length === 3}
        section={props}
      />
    ) : (
      <Template {...props} />
    );
  };
}
