import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as backendPluginApi from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import * as catalogModel from '@backstage/catalog-model';
import * as permissionCommon from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  type PermissionPolicy,
} from '@backstage/plugin-permission-node';
import * as permissionNodeAlpha from '@backstage/plugin-permission-node/alpha';
import * as kratixCommon from '@kratix-portal/backstage-plugin-kratix-common';
import ts from 'typescript';
import { z } from 'zod';
import { kratixOrderRules } from './authorization/orderRules';
import { kratixRequestRules } from './authorization/rules';
import * as kratixBackend from './index';

const page = readFileSync(
  resolve(__dirname, '../../../docs/permissions.md'),
  'utf8',
);

/** What the policy of the page may import. */
const modules: Readonly<Record<string, unknown>> = {
  '@backstage/backend-plugin-api': backendPluginApi,
  '@backstage/catalog-model': catalogModel,
  '@backstage/plugin-permission-common': permissionCommon,
  '@backstage/plugin-permission-node/alpha': permissionNodeAlpha,
  '@kratix-portal/backstage-plugin-kratix-backend': kratixBackend,
  '@kratix-portal/backstage-plugin-kratix-common': kratixCommon,
};

/** The module as the page has it, run as TypeScript compiles it. */
function loadModule(): backendPluginApi.BackendFeature {
  const [, source = ''] =
    page.match(/^```ts\n(\/\/ .*kratixPolicy\.ts\n[^]*?)^```$/m) ?? [];
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: {
      module: ts.ModuleKind.CommonJS,
      target: ts.ScriptTarget.ES2022,
    },
  });
  const exports: { default?: backendPluginApi.BackendFeature } = {};
  const load = (name: string) => {
    expect(Object.keys(modules)).toContain(name);
    return modules[name];
  };
  // eslint-disable-next-line no-new-func
  new Function('require', 'exports', outputText)(load, exports);
  if (!exports.default) {
    throw new Error('docs/permissions.md has no kratixPolicy.ts');
  }
  return exports.default;
}

async function startPolicy(): Promise<PermissionPolicy> {
  const policies: PermissionPolicy[] = [];
  const permissionBackend = backendPluginApi.createBackendPlugin({
    pluginId: 'permission',
    register(env) {
      env.registerExtensionPoint(permissionNodeAlpha.policyExtensionPoint, {
        setPolicy: policy => policies.push(policy),
      });
      env.registerInit({ deps: {}, async init() {} });
    },
  });
  const backend = await startTestBackend({
    features: [permissionBackend, loadModule()],
  });
  await backend.stop();
  const [policy] = policies;
  if (!policy) {
    throw new Error('The module sets no policy');
  }
  return policy;
}

const person = (...groups: string[]) => {
  const userEntityRef = 'user:default/ana';
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: {
      userEntityRef,
      ownershipEntityRefs: [userEntityRef, ...groups],
    },
  };
};
const developer = person('group:default/team-a');
const engineer = person('group:default/platform');

const cache = {
  ...{ platform: 'dev', promise: 'redis', namespace: 'team-a', name: 'cache' },
  owner: 'group:default/team-a',
};
const foreign = {
  ...cache,
  namespace: 'team-b',
  owner: 'group:default/team-b',
};

function parameterOf(schema: unknown): string | undefined {
  return schema instanceof z.ZodObject
    ? Object.keys(schema.shape)[0]
    : undefined;
}

const isAllowedOn = createConditionAuthorizer(
  Object.values(kratixRequestRules),
);
const isAllowedFor = createConditionAuthorizer(Object.values(kratixOrderRules));

describe('the policy of docs/permissions.md', () => {
  let policy: PermissionPolicy;
  beforeAll(async () => {
    policy = await startPolicy();
  }, 60_000);

  it.each([
    ['into the namespace of their team', cache, true],
    ['into that of another team', foreign, false],
    ['for production', { ...cache, platform: 'prod' }, false],
  ])('decides on an order %s', async (_, order, isAllowed) => {
    const permission = kratixCommon.kratixRequestCreatePermission;

    const theirs = await policy.handle({ permission }, developer);
    expect(isAllowedFor(theirs, order)).toBe(isAllowed);
    const ours = await policy.handle({ permission }, engineer);
    expect(isAllowedFor(ours, order)).toBe(true);
  });

  it.each([
    ['what they own', cache, true, true],
    ['what another team owns', foreign, false, false],
    ['what is shared', { ...foreign, namespace: 'shared' }, true, false],
  ])('tells reading from changing, for %s', async (_, request, reads, does) => {
    const ask = async (permission: permissionCommon.Permission) =>
      isAllowedOn(await policy.handle({ permission }, developer), request);

    expect(await ask(kratixCommon.kratixRequestReadPermission)).toBe(reads);
    expect(await ask(kratixCommon.kratixRequestUpdatePermission)).toBe(does);
    expect(await ask(kratixCommon.kratixRequestPausePermission)).toBe(does);
  });

  it('leaves whole Promises to the platform team', async () => {
    const permission = kratixCommon.kratixPromisePausePermission;

    expect(await policy.handle({ permission }, developer)).toEqual({
      result: permissionCommon.AuthorizeResult.DENY,
    });
    expect(await policy.handle({ permission }, engineer)).toEqual({
      result: permissionCommon.AuthorizeResult.ALLOW,
    });
  });

  it('gives no request to nobody', async () => {
    const permission = kratixCommon.kratixRequestDeletePermission;

    const decision = await policy.handle({ permission });
    expect(isAllowedOn(decision, cache)).toBe(false);
  });
});

describe('docs/permissions.md', () => {
  it('lists every permission, with what decides it', () => {
    const rows = [
      ...page.matchAll(/^\| `(kratix\.[a-z.-]+)` .*\| (\w+) *\|$/gm),
    ].map(([, name, about]) => [name, about]);

    expect(rows).toEqual(
      expect.arrayContaining(
        kratixCommon.kratixPermissions.map(({ name, ...permission }) => [
          name,
          'resourceType' in permission
            ? permission.resourceType.replace('kratix-', '')
            : 'person',
        ]),
      ),
    );
    expect(rows).toHaveLength(kratixCommon.kratixPermissions.length);
  });

  it('lists every rule, with its parameter', () => {
    const [, rules = ''] = page.match(/^## The rules\n([^]*?)^## /m) ?? [];
    const named = [...rules.matchAll(/`(\w+)\(\{ (\w+) \}\)`/g)].map(
      ([, name, parameter]) => [name, parameter],
    );

    expect(named.sort()).toEqual(
      Object.entries({ ...kratixRequestRules, ...kratixOrderRules })
        .map(([name, { paramsSchema }]) => [name, parameterOf(paramsSchema)])
        .sort(),
    );
  });
});
