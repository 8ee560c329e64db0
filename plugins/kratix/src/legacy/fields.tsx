import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { JsonValue } from '@backstage/types';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { kratixFieldNames } from '../fields/fieldNames';
import type { OrderOptions, SpecOptions } from '../fields/order/OrderOptions';
import { validateCheck } from '../fields/order/validateCheck';
import { validateRequestName } from '../fields/order/validateRequestName';
import { validateSpec } from '../fields/order/validateSpec';
import { validateLabel } from '../fields/validateLabel';
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
  import('../fields/NamespaceField').then(m => ({
    default: m.NamespaceField,
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

function NamespaceField(props: FieldExtensionComponentProps<string>) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={56} />}>
      <LazyNamespaceField {...props} />
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
    validation: validateLabel,
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
