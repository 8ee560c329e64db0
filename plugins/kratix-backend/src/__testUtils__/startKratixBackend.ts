import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  createServiceFactory,
  type BackendFeature,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import type { JsonObject } from '@backstage/types';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import request from 'supertest';
import kratixPlugin from '../index';
import { InMemoryKratix } from './InMemoryKratix';
import { platformNamed } from './redis';

/** What a policy answers; by permission, and for the rest. */
export type Decisions = { readonly rest: PolicyDecision } & {
  readonly [permission: string]: PolicyDecision | undefined;
};

export const allow = { result: AuthorizeResult.ALLOW } as const;
export const deny = { result: AuthorizeResult.DENY } as const;

/**
 * The plugin in a backend, over a KratixService that the test fills, with a policy that counts what it is
 * asked.
 */
export async function startKratixBackend(
  options: {
    decisions?: Decisions;
    /** By name, or as configured. */
    platforms?: readonly (string | Platform)[];
    config?: JsonObject;
    /** Beside the plugin's own. */
    features?: readonly BackendFeature[];
  } = {},
) {
  const { platforms = ['dev'] } = options;
  const decisions: Decisions = options.decisions ?? { rest: allow };
  const kratix = new InMemoryKratix(
    platforms.map(one => (typeof one === 'string' ? platformNamed(one) : one)),
  );
  const asked = { times: 0 };
  const decide = (permission: { name: string }) =>
    decisions[permission.name] ?? decisions.rest;
  const permissions: PermissionsService = {
    authorize: async requests => {
      asked.times += requests.length;
      return requests.map(({ permission }) => {
        const decision = decide(permission);
        return decision.result === AuthorizeResult.CONDITIONAL
          ? deny
          : decision;
      });
    },
    authorizeConditional: async requests => {
      asked.times += requests.length;
      return requests.map(({ permission }) => decide(permission));
    },
  };
  const { server } = await startTestBackend({
    features: [
      kratixPlugin,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      httpRouterServiceFactory,
      permissionsRegistryServiceFactory,
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
      mockServices.permissions.mock(permissions).factory,
      createServiceFactory({
        service: kratixServiceRef,
        deps: {},
        factory: () => kratix,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish: async () => undefined }),
      }),
      ...(options.features ?? []),
    ],
  });
  const get = (path: string) =>
    request(server)
      .get(`/api/kratix${path}`)
      .set('authorization', mockCredentials.user.header());
  const post = (path: string, body: object) =>
    request(server)
      .post(`/api/kratix${path}`)
      .set('authorization', mockCredentials.user.header())
      .send(body);
  return { kratix, get, post, asked, server };
}
