import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_KRATIX_REQUEST } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type {
  PermissionedRequest,
  PermissionedRequestQuery,
} from './PermissionedRequest';

/**
 * Names resource requests to the permission framework.
 * @public
 */
export const kratixRequestResourceRef = createPermissionResourceRef<
  PermissionedRequest,
  PermissionedRequestQuery
>().with({ pluginId: 'kratix', resourceType: RESOURCE_TYPE_KRATIX_REQUEST });

const inPlatform = createPermissionRule({
  name: 'IN_PLATFORM',
  description: 'Allow requests on these platforms',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    platforms: z.array(z.string()).describe('Names of configured platforms'),
  }),
  apply: ({ platform }, { platforms }) => platforms.includes(platform),
  toQuery: ({ platforms }) => ({ key: 'platform', values: platforms }),
});

const ofPromise = createPermissionRule({
  name: 'OF_PROMISE',
  description: 'Allow requests to these Promises',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    promises: z.array(z.string()).describe('Names of Promises'),
  }),
  apply: ({ promise }, { promises }) => promises.includes(promise),
  toQuery: ({ promises }) => ({ key: 'promise', values: promises }),
});

const inNamespace = createPermissionRule({
  name: 'IN_NAMESPACE',
  description: 'Allow requests in these Kubernetes namespaces',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    namespaces: z.array(z.string()).describe('Names of Kubernetes namespaces'),
  }),
  apply: ({ namespace }, { namespaces }) => namespaces.includes(namespace),
  toQuery: ({ namespaces }) => ({ key: 'namespace', values: namespaces }),
});

const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description: 'Allow requests that are owned by one of these entities',
  resourceRef: kratixRequestResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe(
        'Entity references, such as the ownership references of a user',
      ),
  }),
  apply: ({ owner }, { claims }) =>
    owner !== undefined && claims.map(toLowerCase).includes(toLowerCase(owner)),
  toQuery: ({ claims }) => ({ key: 'owner', values: claims }),
});

/** @internal */
export const kratixRequestRules = {
  inPlatform,
  ofPromise,
  inNamespace,
  isOwner,
};

const conditionExports = createConditionExports({
  resourceRef: kratixRequestResourceRef,
  rules: kratixRequestRules,
});

/**
 * Conditions on requests, for the permission policy of an app.
 * @public
 */
export const kratixRequestConditions = conditionExports.conditions;

/**
 * The decision of a permission policy that holds such conditions.
 * @public
 */
export const createKratixRequestConditionalDecision =
  conditionExports.createConditionalDecision;

// Entity references are the same in any case.
function toLowerCase(ref: string): string {
  return ref.toLocaleLowerCase('en-US');
}
