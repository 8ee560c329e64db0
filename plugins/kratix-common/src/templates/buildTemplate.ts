import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { AuthorWishes } from '../entities/AuthorWishes';
import { wishesOfPromise } from '../entities/wishesOf';
import { ownerRules, promiseTitle } from '../entities/promiseWords';
import { locationAnnotations } from '../entities/locationAnnotations';
import type { KratixPromise, Problem, PromiseApi } from '../model';
import { promiseTemplateName } from '../names/entityNames';
import { entityAnnotations } from '../names/keys';
import type { NamedPlatform } from '../names/namePlatform';
import { aboutPage } from './pages/aboutPage';
import { checkedPages } from './pages/checkedPages';
import { crdSchemaToForm } from './form/crdSchemaToForm';
import { orderOutput } from './steps/orderOutput';
import { orderSteps } from './steps/orderSteps';
import { specPages } from './pages/specPages';
import { tokenDecorators } from './steps/tokenDecorators';

/**
 * A Template, and what of the Promise it does not say.
 * @public
 */
export interface TemplateBuild {
  /** Absent for a Promise that nothing can be ordered from. */
  readonly template?: TemplateEntityV1beta3;
  readonly problems: readonly Problem[];
}

/**
 * Step 4 of 7: the order form of a Promise. No text of the Promise reaches `steps` or `output`, which are
 * the parts where Backstage evaluates `${{ }}`.
 * @public
 */
export function buildTemplate(
  promise: KratixPromise,
  platform: NamedPlatform,
): TemplateBuild {
  const { api } = promise;
  if (!api) {
    return { problems: [] };
  }
  const wishes = wishesOfPromise(promise, 'ske.backstage.template');
  const form = crdSchemaToForm(api.schema);
  const title =
    wishes.text('title') ?? componentTitle(promise) ?? promiseTitle(promise);
  const pages = form.schema ? specPages(api, form.schema, title) : [];
  const template: TemplateEntityV1beta3 = {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: buildMetadata({ promise, api, platform, title }, wishes),
    spec: {
      // Free text for the catalog's filters; SKE's value, so that its users find their Templates.
      type: wishes.word('type') ?? 'kratix-resource',
      owner:
        wishes.entityRef('templateOwner', ownerRules) ??
        wishes.entityRef('owner', ownerRules) ??
        platform.defaultOwner,
      ...lifecycleOf(wishes),
      parameters: [
        aboutPage(promise, platform),
        ...checkedPages(promise, api, platform, pages),
      ],
      steps: orderSteps(promise, platform, { hasSpec: pages.length > 0 }),
      output: orderOutput(platform),
      presentation: { buttonLabels: { createButtonText: 'Order' } },
      ...tokenDecorators(platform),
    },
  };
  return {
    template,
    problems: [
      ...wishes.problems,
      ...form.dropped.filter(({ code }) => code !== 'rule-left-to-platform'),
    ],
  };
}

function buildMetadata(
  input: {
    readonly promise: KratixPromise;
    readonly api: PromiseApi;
    readonly platform: NamedPlatform;
    readonly title: string;
  },
  wishes: AuthorWishes,
): TemplateEntityV1beta3['metadata'] {
  const { promise, api, platform, title } = input;
  const description =
    wishes.text('description', 1_000) ??
    describe(api) ??
    `Order a ${title} on ${platform.title}.`;
  return {
    name: promiseTemplateName(platform, promise.name),
    namespace: platform.catalogNamespace,
    title,
    description,
    annotations: {
      ...locationAnnotations(platform.name, ['promises', promise.name]),
      [entityAnnotations.platform]: platform.name,
      [entityAnnotations.promiseName]: promise.name,
      [entityAnnotations.availability]: promise.availability,
    },
    tags: [...new Set(['kratix', ...wishes.tags()])],
  };
}

/** What the Component is called, so that both carry the same name. */
function componentTitle(promise: KratixPromise): string | undefined {
  return wishesOfPromise(promise, 'ske.backstage.component').text('title');
}

function lifecycleOf(wishes: AuthorWishes): { lifecycle?: string } {
  const lifecycle = wishes.word('lifecycle');
  return lifecycle ? { lifecycle } : {};
}

function describe({ schema }: PromiseApi): string | undefined {
  const { description } = schema;
  return typeof description === 'string' && description.trim()
    ? description.trim().slice(0, 1_000)
    : undefined;
}
