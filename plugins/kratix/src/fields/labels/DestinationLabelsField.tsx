import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonValue } from '@backstage/types';
import { useOrderOptions } from '../order/OrderOptionsContext';
import { findLabelShape, readLabels } from './labelShape';
import { LabelRowsField, PlatformLabelRowsField } from './LabelRowsField';
import type { LabelsOptions } from './LabelsOptions';
import { LabelTextField } from './LabelTextField';

type Props = FieldExtensionComponentProps<JsonValue, LabelsOptions>;

/**
 * Where things shall go: labels of Destinations, with those that the platform has as suggestions. What says
 * more than labels is left to the form's own fields, and so is everything where no platform is known.
 * @internal
 */
export function DestinationLabelsField(props: Props) {
  const { schema, uiSchema, formData, registry } = props;
  const around = useOrderOptions();
  const options = uiSchema['ui:options'] ?? {};
  const platform = options.platform ?? around.platform;
  const shape = findLabelShape(schema);
  if (shape === 'text' && platform && options.labelName) {
    return (
      <LabelTextField
        {...props}
        platform={platform}
        labelName={options.labelName}
      />
    );
  }
  if (shape && shape !== 'text' && readLabels(formData, shape)) {
    return platform ? (
      <PlatformLabelRowsField {...props} platform={platform} shape={shape} />
    ) : (
      <LabelRowsField {...props} shape={shape} />
    );
  }
  const { 'ui:field': _, ...inner } = uiSchema;
  const { SchemaField } = registry.fields;
  return SchemaField ? <SchemaField {...props} uiSchema={inner} /> : null;
}
