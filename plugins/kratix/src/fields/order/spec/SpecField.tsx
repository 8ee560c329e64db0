import { useMemo } from 'react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useTexts } from '../../../translation';
import { lockFields } from './lockFields';
import type { SpecOptions } from '../OrderOptions';
import { OrderOptionsContext } from '../OrderOptionsContext';
import { useCalmRegistry } from './useCalmRegistry';
import { sayPlainly } from './sayPlainly';
import { useSameData } from './useSameData';
import { useStandingRequest } from './useStandingRequest';
import { useStandingSecrets } from './useStandingSecrets';

type Props = FieldExtensionComponentProps<Record<string, unknown>, SpecOptions>;

/**
 * A page of a service's form, shown as the form itself would. It is a field of its own only so that the
 * platform can be asked before the page is left (`validateSpec`), to lock what may not change, and so that the
 * fields of a long page are not all made anew with each letter.
 * @internal
 */
export function SpecField(props: Props) {
  const { formContext } = props;
  const schema = useSameData(props.schema);
  const uiSchema = useSameData(props.uiSchema);
  const { registry, Provider } = useCalmRegistry(
    props.registry,
    formContext,
    schema,
  );
  const options: SpecOptions = uiSchema['ui:options'] ?? {};
  const standing = useStandingRequest(options, formDataOf(formContext));
  useStandingSecrets(standing, props);
  const ui = useLockedFields(uiSchema, standing?.spec);
  const { t } = useTexts();
  const errorSchema = sayPlainly(
    props.errorSchema,
    { schema, value: props.formData, ui: uiSchema },
    t,
  );
  const { inner } = options;
  const Inner =
    (inner && registry.fields[inner]) || registry.fields.ObjectField;
  return Inner ? (
    <OrderOptionsContext.Provider value={options}>
      <Provider value={formContext}>
        <Inner
          {...props}
          schema={schema}
          errorSchema={errorSchema}
          uiSchema={ui}
          registry={registry}
          formContext={registry.formContext}
        />
      </Provider>
    </OrderOptionsContext.Provider>
  ) : null;
}

/** Of a change, what stands and may not change is locked. */
function useLockedFields(
  uiSchema: Props['uiSchema'],
  previous: Record<string, unknown> | undefined,
) {
  const { locked }: SpecOptions = uiSchema['ui:options'] ?? {};
  return useMemo(() => {
    const { 'ui:field': _, ...rest } = uiSchema;
    return locked && previous ? lockFields(rest, locked, previous) : rest;
  }, [uiSchema, locked, previous]);
}

function formDataOf(formContext: unknown): unknown {
  return Object(formContext).formData;
}
