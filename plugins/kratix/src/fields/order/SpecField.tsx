import { useMemo } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { usePreviousSpec } from './usePreviousSpec';
import { lockFields } from './lockFields';
import type { SpecOptions } from './OrderOptions';
import { OrderOptionsContext } from './OrderOptionsContext';

type Props = FieldExtensionComponentProps<Record<string, unknown>, SpecOptions>;

/**
 * A page of a service's form, shown as the form itself would. It is a field of its own only so that the
 * platform can be asked before the page is left (`validateSpec`), and to lock what may not change.
 * @internal
 */
export function SpecField(props: Props) {
  const { registry, uiSchema, formContext } = props;
  const options: SpecOptions = uiSchema['ui:options'] ?? {};
  const { inner, locked } = options;
  const previous = usePreviousSpec(options, formContext?.formData);
  const ui = useMemo(() => {
    const { 'ui:field': _, ...rest } = uiSchema;
    return locked && previous ? lockFields(rest, locked, previous) : rest;
  }, [uiSchema, locked, previous]);
  const Inner =
    (inner && registry.fields[inner]) || registry.fields.ObjectField;
  return Inner ? (
    <OrderOptionsContext.Provider value={options}>
      <Inner {...props} uiSchema={ui} />
    </OrderOptionsContext.Provider>
  ) : null;
}
