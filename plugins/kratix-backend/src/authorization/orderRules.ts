import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  RESOURCE_TYPE_KRATIX_ORDER,
  type OrderRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';

/**
 * What a rule asks of a list of orders. Nobody lists orders; the framework wants it all the same.
 * @public
 */
export interface OrderQuery {
  readonly key: 'platform' | 'promise' | 'namespace';
  readonly values: readonly string[];
}

/**
 * Names orders to the permission framework.
 * @public
 */
export const kratixOrderResourceRef = createPermissionResourceRef<
  OrderRef,
  OrderQuery
>().with({ pluginId: 'kratix', resourceType: RESOURCE_TYPE_KRATIX_ORDER });

const onPlatform = createPermissionRule({
  name: 'ON_PLATFORM',
  description: 'Allow orders on these platforms',
  resourceRef: kratixOrderResourceRef,
  paramsSchema: z.object({
    platforms: z.array(z.string()).describe('Names of configured platforms'),
  }),
  apply: ({ platform }, { platforms }) => platforms.includes(platform),
  toQuery: ({ platforms }) => ({ key: 'platform', values: platforms }),
});

const fromPromise = createPermissionRule({
  name: 'FROM_PROMISE',
  description: 'Allow orders from these Promises',
  resourceRef: kratixOrderResourceRef,
  paramsSchema: z.object({
    promises: z.array(z.string()).describe('Names of Promises'),
  }),
  apply: ({ promise }, { promises }) => promises.includes(promise),
  toQuery: ({ promises }) => ({ key: 'promise', values: promises }),
});

const intoNamespace = createPermissionRule({
  name: 'INTO_NAMESPACE',
  description: 'Allow orders into these Kubernetes namespaces',
  resourceRef: kratixOrderResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: ({ namespace }, { namespaces }) => namespaces.includes(namespace),
  toQuery: ({ namespaces }) => ({ key: 'namespace', values: namespaces }),
});

/** @internal */
export const kratixOrderRules = { onPlatform, fromPromise, intoNamespace };

const conditionExports = createConditionExports({
  resourceRef: kratixOrderResourceRef,
  rules: kratixOrderRules,
});

/**
 * Conditions on orders (`kratix.request.create`), for the permission policy of an app.
 * @public
 */
export const kratixOrderConditions = conditionExports.conditions;

/**
 * The decision of a permission policy that holds such conditions.
 * @public
 */
export const createKratixOrderConditionalDecision =
  conditionExports.createConditionalDecision;
