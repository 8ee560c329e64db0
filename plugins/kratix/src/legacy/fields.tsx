import { lazy, Suspense } from 'react';
import { Skeleton } from '@backstage/ui';
import type { JsonValue } from '@backstage/types';
import {
  createScaffolderFieldExtension,
  type FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { kratixFieldNames } from '../fields/fieldNames';
import { validateLabel } from '../fields/validateLabel';
import { validateYaml } from '../fields/validateYaml';
import { kratixPlugin } from './plugin';

const LazyLabelField = lazy(() =>
  import('../fields/LabelField').then(m => ({ default: m.LabelField })),
);
const LazyNamespaceField = lazy(() =>
  import('../fields/NamespaceField').then(m => ({
    default: m.NamespaceField,
  })),
);
const LazyYamlField = lazy(() =>
  import('../fields/YamlField').then(m => ({ default: m.YamlField })),
);

function LabelField(props: FieldExtensionComponentProps<string>) {
  return (
    <Suspense fallback={<Skeleton width="100%" height={56} />}>
      <LazyLabelField {...props} />
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
    component: LabelField,
    validation: validateLabel,
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
