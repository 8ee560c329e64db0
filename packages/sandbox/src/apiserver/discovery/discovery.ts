import type { ReviewType } from '../auth/reviews';
import { reviewTypes } from '../auth/reviews';
import type { ResourceType } from '../registry/ResourceType';
import type { TypeRegistry } from '../registry/TypeRegistry';
import { storageVersionHash } from './storageVersionHash';

interface Entry {
  resource: string;
  singular: string;
  kind: string;
  isNamespaced: boolean;
  verbs: readonly string[];
  shortNames: readonly string[];
  categories: readonly string[];
  subresources: readonly { name: string; verbs: readonly string[] }[];
  /** Tells clients when the stored version changes. */
  storageHash?: string;
}

interface Group {
  name: string;
  versions: { version: string; entries: Entry[] }[];
}

/** `/api`. @internal */
export function apiVersions(address: string): unknown {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: address },
    ],
  };
}

/** `/apis`. @internal */
export function apiGroupList(registry: TypeRegistry): unknown {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groupsOf(registry)
      .filter(group => group.name !== '')
      .map(toApiGroup),
  };
}

/** `/apis/{group}`. @internal */
export function apiGroup(registry: TypeRegistry, name: string): unknown {
  const group = groupsOf(registry).find(item => item.name === name);
  return group && name !== ''
    ? { kind: 'APIGroup', apiVersion: 'v1', ...toApiGroup(group) }
    : undefined;
}

/** `/api/v1` and `/apis/{group}/{version}`. @internal */
export function apiResourceList(
  registry: TypeRegistry,
  group: string,
  version: string,
): unknown {
  const found = groupsOf(registry)
    .find(item => item.name === group)
    ?.versions.find(item => item.version === version);
  return (
    found && {
      kind: 'APIResourceList',
      ...(group === '' ? {} : { apiVersion: 'v1' }),
      groupVersion: group === '' ? version : `${group}/${version}`,
      resources: found.entries.flatMap(toApiResources),
    }
  );
}

/** All of `/api` (core) or `/apis` (the rest) in one answer. @internal */
export function aggregatedDiscovery(
  registry: TypeRegistry,
  root: 'api' | 'apis',
): unknown {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groupsOf(registry)
      .filter(group => (root === 'api') === (group.name === ''))
      .map(group => ({
        metadata: {
          ...(group.name === '' ? {} : { name: group.name }),
          creationTimestamp: null,
        },
        versions: group.versions.map(({ version, entries }) => ({
          version,
          freshness: 'Current',
          resources: entries.map(entry =>
            toDiscovery(entry, group.name, version),
          ),
        })),
      })),
  };
}

function groupsOf(registry: TypeRegistry): Group[] {
  const groups = new Map<string, Map<string, Entry[]>>();
  const add = (group: string, version: string, entry: Entry) => {
    const versions = groups.get(group) ?? new Map<string, Entry[]>();
    groups.set(group, versions);
    versions.set(version, [...(versions.get(version) ?? []), entry]);
  };
  for (const type of registry.all()) {
    add(type.group, type.version, toEntry(type));
  }
  for (const review of reviewTypes) {
    add(review.group, review.version, reviewEntry(review));
  }
  return [...groups].map(([name, versions]) => ({
    name,
    versions: [...versions]
      .map(([version, entries]) => ({ version, entries }))
      .sort((one, other) => compareVersions(one.version, other.version)),
  }));
}

/**
 * `v10`, `v2`, `v1`, `v2beta1`, `v1alpha1`, anything else by name.
 * Source: k8s.io/apimachinery/pkg/version, `CompareKubeAwareVersionStrings`.
 * @internal
 */
export function compareVersions(left: string, right: string): number {
  const [one, other] = [rankOf(left), rankOf(right)];
  for (const [index, value] of one.entries()) {
    const difference = (other[index] ?? 0) - value;
    if (difference !== 0) {
      return difference;
    }
  }
  return left < right ? -1 : Number(left > right);
}

function rankOf(version: string): number[] {
  const match = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(version);
  if (!match) {
    return [0, 0, 0];
  }
  const [, major, stage, minor] = match;
  const level = { alpha: 1, beta: 2 }[stage ?? ''] ?? 3;
  return [level, Number(major), Number(minor ?? 0)];
}

function toEntry(type: ResourceType): Entry {
  const subresources: Entry['subresources'] = [
    ...(type.hasStatus
      ? [{ name: 'status', verbs: ['get', 'patch', 'update'] }]
      : []),
    ...(type.resource === 'pods' && type.group === ''
      ? [{ name: 'log', verbs: ['get'] }]
      : []),
  ];
  return { ...type, subresources, storageHash: storageVersionHash(type) };
}

function reviewEntry(review: ReviewType): Entry {
  return {
    ...review,
    singular: review.kind.toLowerCase(),
    verbs: ['create'],
    shortNames: [],
    categories: [],
    subresources: [],
  };
}

function toApiGroup(group: Group) {
  const versions = group.versions.map(({ version }) => ({
    groupVersion: `${group.name}/${version}`,
    version,
  }));
  return { name: group.name, versions, preferredVersion: versions[0] };
}

function toApiResources(entry: Entry): unknown[] {
  return [
    {
      name: entry.resource,
      singularName: entry.singular,
      namespaced: entry.isNamespaced,
      kind: entry.kind,
      verbs: entry.verbs,
      ...(entry.shortNames.length > 0 ? { shortNames: entry.shortNames } : {}),
      ...(entry.categories.length > 0 ? { categories: entry.categories } : {}),
      ...(entry.storageHash ? { storageVersionHash: entry.storageHash } : {}),
    },
    ...entry.subresources.map(({ name, verbs }) => ({
      name: `${entry.resource}/${name}`,
      singularName: '',
      namespaced: entry.isNamespaced,
      kind: entry.kind,
      verbs,
    })),
  ];
}

function toDiscovery(entry: Entry, group: string, version: string): unknown {
  const responseKind = { group, version, kind: entry.kind };
  return {
    resource: entry.resource,
    responseKind,
    scope: entry.isNamespaced ? 'Namespaced' : 'Cluster',
    singularResource: entry.singular,
    verbs: entry.verbs,
    ...(entry.shortNames.length > 0 ? { shortNames: entry.shortNames } : {}),
    ...(entry.categories.length > 0 ? { categories: entry.categories } : {}),
    ...(entry.subresources.length > 0
      ? {
          subresources: entry.subresources.map(({ name, verbs }) => ({
            subresource: name,
            responseKind,
            verbs,
          })),
        }
      : {}),
  };
}
