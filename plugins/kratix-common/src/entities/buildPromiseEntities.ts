import type { ComponentEntityV1alpha1, Entity } from '@backstage/catalog-model';
import type { KratixPromise, Problem } from '../model';
import {
  promiseApiEntityRef,
  promiseComponentName,
  promiseEntityRef,
  promiseTemplateEntityRef,
} from '../names/entityNames';
import { authorAnnotations, entityAnnotations } from '../names/keys';
import type { NamedPlatform } from '../names/namePlatform';
import { buildTemplate } from '../templates/buildTemplate';
import type { AuthorWishes } from './AuthorWishes';
import { buildApiEntity } from './buildApiEntity';
import type { EntitiesBuild } from './EntityBuild';
import { locationAnnotations } from './locationAnnotations';
import { findPromiseNameProblems } from './nameProblems';
import { ownerRules, promiseWords } from './promiseWords';
import { promiseSigns } from './promiseSigns';
import { readDocs } from './readDocs';
import { wishesOfPromise } from './wishesOf';

/**
 * What a Promise's entities depend on beside the Promise.
 * @public
 */
export interface PromiseEntityContext {
  /**
   * Names of the Promises that have entities, so that nothing points to one that has none. Without it,
   * every required Promise is pointed to.
   */
  readonly knownPromises?: ReadonlySet<string>;
}

/**
 * Step 4 of 7: a Promise as the catalog shows it: a Component, and with a usable API also the API and the
 * Template that orders from it.
 * @public
 */
export function buildPromiseEntities(
  promise: KratixPromise,
  platform: NamedPlatform,
  context: PromiseEntityContext = {},
): EntitiesBuild {
  const problems: Problem[] = [];
  const component = buildComponent(promise, platform, context, problems);
  if (!promise.api) {
    return { entities: [component], problems };
  }
  const about = {
    title: component.metadata.title ?? promise.name,
    owner: component.spec.owner,
    lifecycle: component.spec.lifecycle,
  };
  const template = buildTemplate(promise, platform);
  problems.push(...template.problems);
  const entities: Entity[] = [
    component,
    buildApiEntity({ promise, api: promise.api, platform, ...about }),
    ...(template.template ? [template.template] : []),
  ];
  return { entities, problems: withoutRepetition(problems) };
}

/** Component and Template read some annotations both. */
function withoutRepetition(problems: readonly Problem[]): Problem[] {
  return [
    ...new Map(
      problems.map(problem => [`${problem.path} ${problem.message}`, problem]),
    ).values(),
  ];
}

function buildComponent(
  promise: KratixPromise,
  platform: NamedPlatform,
  context: PromiseEntityContext,
  problems: Problem[],
): ComponentEntityV1alpha1 {
  const wishes = wishesOfPromise(promise, 'ske.backstage.component');
  const { title, description } = promiseWords(promise);
  const docs = readDocs(wishes, { mayBuild: true });
  const signs = promiseSigns(promise);
  const links = [...docs.links, ...wishes.links()];
  const component: ComponentEntityV1alpha1 = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: promiseComponentName(platform, promise.name),
      namespace: platform.catalogNamespace,
      title,
      ...(description && { description }),
      annotations: {
        ...locationAnnotations(platform.name, ['promises', promise.name]),
        ...identityAnnotations(promise, platform),
        ...signs.annotations,
        ...docs.annotations,
        ...iconAnnotation(wishes),
      },
      tags: [...new Set(['kratix', ...signs.tags, ...wishes.tags()])],
      ...(links.length > 0 && { links }),
    },
    spec: buildSpec(promise, { platform, context, wishes }),
  };
  problems.push(
    ...wishes.problems,
    ...findPromiseNameProblems(promise, platform),
  );
  return component;
}

function buildSpec(
  promise: KratixPromise,
  from: {
    readonly platform: NamedPlatform;
    readonly context: PromiseEntityContext;
    readonly wishes: AuthorWishes;
  },
): ComponentEntityV1alpha1['spec'] {
  const { platform, context, wishes } = from;
  const system = wishes.entityRef('system', { defaultKind: 'system' });
  const subcomponentOf = wishes.entityRef('subcomponentOf', {
    defaultKind: 'component',
  });
  const providesApis = [
    ...(promise.api
      ? [promiseApiEntityRef(platform, { promise: promise.name })]
      : []),
    ...wishes.entityRefs('providesApis', { defaultKind: 'api' }),
  ];
  const consumesApis = wishes.entityRefs('consumesApis', {
    defaultKind: 'api',
  });
  const dependsOn = [
    ...requiredRefs(promise, platform, context),
    ...wishes.entityRefs('dependsOn', { defaultKind: 'component' }),
  ];
  return {
    type: 'kratix-promise',
    lifecycle: wishes.word('lifecycle') ?? 'production',
    owner: wishes.entityRef('owner', ownerRules) ?? platform.defaultOwner,
    ...(system && { system }),
    ...(subcomponentOf && { subcomponentOf }),
    ...(providesApis.length > 0 && { providesApis }),
    ...(consumesApis.length > 0 && { consumesApis }),
    ...(dependsOn.length > 0 && { dependsOn: [...new Set(dependsOn)] }),
  };
}

function identityAnnotations(
  promise: KratixPromise,
  platform: NamedPlatform,
): Record<string, string> {
  const { api, version } = promise;
  return {
    [entityAnnotations.type]: 'promise',
    [entityAnnotations.platform]: platform.name,
    [entityAnnotations.promiseName]: promise.name,
    ...(version && { [entityAnnotations.promiseVersion]: version }),
    ...(api && {
      [entityAnnotations.apiName]: api.kind,
      [entityAnnotations.apiGroup]: api.group,
      [entityAnnotations.version]: api.version,
      [entityAnnotations.plural]: api.plural,
      [entityAnnotations.template]: promiseTemplateEntityRef(platform, {
        promise: promise.name,
      }),
    }),
  };
}

function requiredRefs(
  promise: KratixPromise,
  platform: NamedPlatform,
  { knownPromises }: PromiseEntityContext,
): string[] {
  return promise.requiredPromises
    .filter(({ name }) => knownPromises?.has(name) ?? true)
    .map(({ name }) => promiseEntityRef(platform, { promise: name }));
}

function iconAnnotation(wishes: AuthorWishes): Record<string, string> {
  const icon = wishes.word('icon');
  return icon ? { [authorAnnotations.icon]: icon } : {};
}
