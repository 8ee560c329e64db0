import type { ComponentType } from 'react';
import { alternativeKey } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../../translation';
import { isRecord } from '../readOrder';

/** What RJSF tells a widget that chooses (`WidgetProps`), and this reads. */
interface ChoiceProps {
  readonly id: string;
  readonly label?: string;
  readonly hideLabel?: boolean;
  /** Of MUI's text field, to which its theme hands on what it does not know. */
  readonly fullWidth?: boolean;
}

/** What RJSF tells a template of an object (`ObjectFieldTemplateProps`), and this reads. */
interface SectionProps {
  readonly title: string;
  readonly schema: unknown;
}

/**
 * The widgets of a form, with a name for the one in which an alternative is chosen: RJSF leaves it without
 * (`MultiSchemaField`, for objects).
 * @internal
 */
export function nameChoices<W>(widgets: W): W {
  const { SelectWidget: given } = widgets as Record<string, unknown>;
  if (!given) {
    return widgets;
  }
  const Select = given as ComponentType<ChoiceProps>;
  return {
    ...widgets,
    SelectWidget: function Named(props: ChoiceProps) {
      const { t } = useTexts();
      return props.id.endsWith('__oneof_select') && props.hideLabel ? (
        <Select
          {...props}
          label={t('field.oneOf')}
          hideLabel={false}
          fullWidth
        />
      ) : (
        <Select {...props} />
      );
    },
  };
}

/**
 * The templates of a form, with none of the titles of alternatives above their fields: they stand in the choice.
 * @internal
 */
export function withoutChoiceTitles<T>(templates: T): T {
  const { ObjectFieldTemplate: given } = templates as Record<string, unknown>;
  if (!given) {
    return templates;
  }
  const Template = given as ComponentType<SectionProps>;
  return {
    ...templates,
    ObjectFieldTemplate: function Untitled(props: SectionProps) {
      const isAlternative =
        isRecord(props.schema) && props.schema[alternativeKey] === true;
      return <Template {...props} title={isAlternative ? '' : props.title} />;
    },
  };
}
