import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The entity of a request of this name, as the catalog module writes it.
 */
export function aRequestEntity(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `test-environment.team-a.${name}`,
      title: name,
      annotations: {
        [entityAnnotations.type]: 'resource',
        [entityAnnotations.platform]: 'dev',
        [entityAnnotations.promiseName]: 'test-environment',
        [entityAnnotations.namespace]: 'team-a',
        [entityAnnotations.name]: name,
        [entityAnnotations.phase]: 'Running',
      },
    },
    spec: { type: 'kratix-resource', owner: 'user:default/ana' },
  };
}

/**
 * The entity of a Promise of this name.
 */
export function aPromiseEntity(promise: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: promise,
      title: 'Redis',
      annotations: {
        [entityAnnotations.type]: 'promise',
        [entityAnnotations.platform]: 'dev',
        [entityAnnotations.promiseName]: promise,
        [entityAnnotations.template]: 'template:default/redis',
      },
    },
    spec: {
      type: 'kratix-promise',
      lifecycle: 'production',
      owner: 'user:default/ana',
    },
  };
}

/**
 * An entity that somebody wrote by hand and left annotations out.
 */
export function anIncompleteEntity(): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: 'incomplete' },
    spec: { type: 'kratix-resource', owner: 'user:default/ana' },
  };
}
