/* eslint-disable @backstage/no-undeclared-imports -- bundled into the package (scripts/buildPreview.cjs) */
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { DefaultEntityPresentationApi } from '@backstage/plugin-catalog';
import {
  catalogApiRef,
  entityPresentationApiRef,
} from '@backstage/plugin-catalog-react';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  type KratixApi,
  type OperationsApi,
} from '@kratix-portal/backstage-plugin-kratix';
import type { ValidateResponse } from '@kratix-portal/backstage-plugin-kratix-common';

/** There is no platform here: what only it knows is not asked. */
const kratixApi: Pick<
  KratixApi,
  'fetchNamespaces' | 'fetchRequest' | 'fetchDestinations'
> = {
  fetchDestinations: async () => ({
    ok: false,
    problem: { kind: 'notFound', message: '' },
  }),
  fetchNamespaces: async () => ({
    ok: true,
    value: { namespaces: ['default'], isComplete: false },
  }),
  fetchRequest: async () => ({
    ok: false,
    problem: { kind: 'notFound', message: '' },
  }),
};

const operationsApi: Pick<OperationsApi, 'validate'> = {
  validate: async (_ref, body) => {
    const response = await fetch('/order', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const value: ValidateResponse = await response.json();
    return { ok: true, value };
  },
};

const catalogApi = {
  getEntities: async () => ({ items: [] }),
  queryEntities: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
  getEntityByRef: async () => undefined,
  getEntitiesByRefs: async () => ({ items: [] }),
};

/** @internal */
export const previewApis = [
  createFrontendModule({
    pluginId: 'kratix',
    extensions: [
      ApiBlueprint.make({
        params: define =>
          define({
            api: kratixApiRef,
            deps: {},
            factory: () => kratixApi as KratixApi,
          }),
      }),
      ApiBlueprint.make({
        name: 'operations',
        params: define =>
          define({
            api: kratixOperationsApiRef,
            deps: {},
            factory: () => operationsApi as OperationsApi,
          }),
      }),
    ],
  }),
  createFrontendModule({
    pluginId: 'app',
    extensions: [
      ApiBlueprint.make({
        name: 'preview-catalog',
        params: define =>
          define({
            api: catalogApiRef,
            deps: {},
            factory: () => catalogApi as never,
          }),
      }),
      ApiBlueprint.make({
        name: 'preview-presentation',
        params: define =>
          define({
            api: entityPresentationApiRef,
            deps: {},
            factory: () => DefaultEntityPresentationApi.createLocal(),
          }),
      }),
    ],
  }),
];
