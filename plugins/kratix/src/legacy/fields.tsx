import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { JsonValue } from '@backstage/types';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { kratixFieldNames } from '../fields/fieldNames';
import type { OrderOptions, SpecOptions } from '../fields/order/OrderOptions';
import { validateCheck } from '../fields/order/check/validateCheck';
import { validateRequestName } from '../fields/order/validateRequestName';
import type { FieldValidations } from '../fields/order/FieldValidations';
import {
  createSpecValidator,
  validateSpec,
} from '../fields/order/spec/validateSpec';
import type { LabelsOptions } from '../fields/labels/LabelsOptions';
import { validateDestinationLabels } from '../fields/labels/validateDestinationLabels';
import type { NamespaceOptions } from '../fields/namespace/NamespaceOptions';
import { validateNamespace } from '../fields/namespace/validateNamespace';
import { validateYaml } from '../fields/validateYaml';
import { kratixPlugin } from './plugin';

const LazyRequestNameField = lazy(() =>
  import('../fields/order').then(m => ({ default: m.RequestNameField })),
);
const LazySpecField = lazy(() =>
  import('../fields/order').then(m => ({ default: m.SpecField })),
);
const LazyCheckField = lazy(() =>
  import('../fields/order').then(m => ({ default: m.CheckField })),
);
const LazyNamespaceField = lazy(() =>
  import('../fields/namespace').then(m => ({
    default: m.NamespaceField,
  })),
);
const LazyLabelsField = lazy(() =>
  import('../fields/labels').then(m => ({
    default: m.DestinationLabelsField,
  })),
);
const LazyYamlField = lazy(() =>
  import('../fields/YamlField').then(m => ({ default: m.YamlField })),
);

function RequestNameField(
  props: FieldExtensionComponentProps<string, OrderOptions>,
) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={56} />}>
      <LazyRequestNameField {...props} />
    </Suspense>
  );
}

function SpecField(
  props: FieldExtensionComponentProps<Record<string, unknown>, SpecOptions>,
) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={240} />}>
      <LazySpecField {...props} />
    </Suspense>
  );
}

function CheckField(
  props: FieldExtensionComponentProps<boolean, OrderOptions>,
) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={240} />}>
      <LazyCheckField {...props} />
    </Suspense>
  );
}

function NamespaceField(
  props: FieldExtensionComponentProps<string, NamespaceOptions>,
) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={56} />}>
      <LazyNamespaceField {...props} />
    </Suspense>
  );
}

function DestinationLabelsField(
  props: FieldExtensionComponentProps<JsonValue, LabelsOptions>,
) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={120} />}>
      <LazyLabelsField {...props} />
    </Suspense>
  );
}

function YamlField(props: FieldExtensionComponentProps<JsonValue>) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={240} />}>
      <LazyYamlField {...props} />
    </Suspense>
  );
}

/**
 * Field `KratixRequestName`, for `<ScaffolderFieldExtensions>`.
 * @public
 */
export const KratixRequestNameFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.requestName,
    component: RequestNameField,
    validation: validateRequestName,
  }),
);

/**
 * Field `KratixNamespace`, for `<ScaffolderFieldExtensions>`.
 * @public
 */
export const KratixNamespaceFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.namespace,
    component: NamespaceField,
    validation: validateNamespace,
  }),
);

/**
 * Field `KratixYaml`, for `<ScaffolderFieldExtensions>`.
 * @public
 */
export const KratixYamlFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.yaml,
    component: YamlField,
    validation: validateYaml,
  }),
);

/**
 * Field `KratixDestinationLabels`, for `<ScaffolderFieldExtensions>`.
 * @public
 */
export const KratixDestinationLabelsFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.destinationLabels,
    component: DestinationLabelsField,
    validation: validateDestinationLabels,
  }),
);

/**
 * Field `KratixSpec`, for `<ScaffolderFieldExtensions>`: the pages of a service's own fields, checked with the
 * platform before the form goes on.
 * @public
 */
export const KratixSpecFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.spec,
    component: SpecField,
    validation: validateSpec,
  }),
);

/**
 * Field `KratixCheck`, for `<ScaffolderFieldExtensions>`: what will be sent, and what the platform says to it.
 * @public
 */
export const KratixCheckFieldExtension = kratixPlugin.provide(
  createScaffolderFieldExtension({
    name: kratixFieldNames.check,
    component: CheckField,
    validation: validateCheck,
  }),
);

/**
 * {@link KratixSpecFieldExtension} in an app whose own field extensions have validations: the old frontend
 * system does not tell which they are, and those of fields on the pages of a service would not run.
 *
 * @param validations - by the names of the fields
 * @public
 */
export function createKratixSpecFieldExtension(validations: FieldValidations) {
  return kratixPlugin.provide(
    createScaffolderFieldExtension({
      name: kratixFieldNames.spec,
      component: SpecField,
      validation: createSpecValidator(validations),
    }),
  );
}
