import {
  buildPromotionTemplate,
  buildRemovalTemplate,
  buildTemplate,
  parsePromise,
  type ForgeType,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createPublishBitbucketCloudPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-bitbucket-cloud';
import { createPublishBitbucketServerPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-bitbucket-server';
import { createPublishGithubPullRequestAction } from '@backstage/plugin-scaffolder-backend-module-github';
import { createPublishGitlabMergeRequestAction } from '@backstage/plugin-scaffolder-backend-module-gitlab';
import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import Ajv from 'ajv';
import { createOpenPullRequestAction } from './actions/pullRequest/openPullRequestAction';
import { redisPromise } from './__testUtils__/redisPromise';

const config = mockServices.rootConfig();
const integrations = ScmIntegrations.fromConfig(config);

/** The actions as Backstage publishes them; ours where it has none that fits. */
const actions = [
  createPublishGithubPullRequestAction({ integrations, config }),
  createPublishGitlabMergeRequestAction({ integrations }),
  createPublishBitbucketCloudPullRequestAction({ integrations, config }),
  createPublishBitbucketServerPullRequestAction({ integrations, config }),
  createOpenPullRequestAction({} as never),
];

const repository = (forge: ForgeType) => ({
  ...{ forge, host: 'git.example.org', owner: 'acme', repo: 'orders' },
  ...{ path: '', branch: 'main' },
});

const platform = (forge: ForgeType): Platform => ({
  ...{ name: 'dev', title: 'Development', identity: 'service-account' },
  ...{ namespaces: [], catalogNamespace: 'default', isSandbox: false },
  defaultOwner: 'group:default/platform',
  delivery: { mode: 'pull-request', repository: repository(forge) },
  promotion: { mode: 'pull-request', repository: repository(forge) },
});

const forges: ForgeType[] = [
  ...(['github', 'gitlab', 'bitbucketCloud'] as const),
  ...(['bitbucketServer', 'gitea', 'azure'] as const),
];

describe.each(forges)('the step that publishes on %s', forge => {
  const promise = parsePromise(redisPromise());
  if (!promise.ok) {
    throw new Error(promise.problem.message);
  }
  const templates: [string, TemplateEntityV1beta3 | undefined][] = [
    ['an order', buildTemplate(promise.value, platform(forge)).template],
    ['a removal', buildRemovalTemplate(platform(forge))],
    ['a promotion', buildPromotionTemplate(platform(forge))],
  ];

  it.each(templates.filter(([, template]) => template !== undefined))(
    'of %s is what the action takes',
    (_what, template) => {
      const { spec } = template as TemplateEntityV1beta3;
      const step = spec.steps.find(({ id }) => id === 'publish');
      const action = actions.find(({ id }) => id === step?.action);

      expect(action?.id).toBe(step?.action);
      const { input, output } = action?.schema ?? {};
      // Strict about names: an input that the action does not know does nothing, and nobody would see it.
      const validate = new Ajv({
        strict: false,
        validateFormats: false,
      }).compile({
        ...(input as JsonObject),
        additionalProperties: false,
      });
      validate(asRendered(step?.input, input as JsonObject));
      expect(validate.errors).toBeNull();
      // And what the Template shows afterwards is something that the action says.
      const used = [
        ...JSON.stringify(spec.output ?? {}).matchAll(
          /steps\.publish\.output\.(\w+)/g,
        ),
      ].map(([, name]) => name);
      expect(used).not.toEqual([]);
      expect(Object.keys((output as JsonObject).properties ?? {})).toEqual(
        expect.arrayContaining(used),
      );
    },
  );
});

/**
 * Input as the scaffolder hands it over: an expression becomes what the step before said, which is one of the
 * values that the action allows where it allows only some.
 */
function asRendered(input: unknown, schema: JsonObject): unknown {
  const properties = (schema.properties ?? {}) as Record<string, JsonObject>;
  return Object.fromEntries(
    Object.entries(input as JsonObject).map(([name, value]) => [
      name,
      typeof value === 'string' && value.startsWith('${{')
        ? rendered(value, properties[name])
        : value,
    ]),
  );
}

function rendered(expression: string, schema: JsonObject = {}): unknown {
  return expression.includes('commitAction') && Array.isArray(schema.enum)
    ? 'update'
    : 'text';
}
