/** How one field of a message is written on the wire. @internal */
export interface WireField {
  readonly name: string;
  readonly type:
    | 'string'
    | 'bytes'
    | 'integer'
    | 'boolean'
    | 'time'
    | 'stringMap'
    | 'bytesMap'
    | 'stringListMap'
    | { readonly message: string };
  readonly isList?: boolean;
}

/** Fields by number. @internal */
export type WireMessage = Readonly<Record<number, WireField>>;

const metadata: WireField = {
  name: 'metadata',
  type: { message: 'ObjectMeta' },
};

/**
 * The messages that kubectl writes in protobuf (its typed commands: `create namespace`, `auth can-i`, …);
 * other kinds come as JSON. Source of the numbers: the generated.proto files of k8s.io/api and k8s.io/apimachinery.
 * @internal
 */
export const messages: Readonly<Record<string, WireMessage>> = {
  ObjectMeta: {
    1: text('name'),
    2: text('generateName'),
    3: text('namespace'),
    4: text('selfLink'),
    5: text('uid'),
    6: text('resourceVersion'),
    7: { name: 'generation', type: 'integer' },
    8: { name: 'creationTimestamp', type: 'time' },
    9: { name: 'deletionTimestamp', type: 'time' },
    10: { name: 'deletionGracePeriodSeconds', type: 'integer' },
    11: { name: 'labels', type: 'stringMap' },
    12: { name: 'annotations', type: 'stringMap' },
    13: list('ownerReferences', 'OwnerReference'),
    14: texts('finalizers'),
  },
  OwnerReference: {
    1: text('kind'),
    3: text('name'),
    4: text('uid'),
    5: text('apiVersion'),
    6: { name: 'controller', type: 'boolean' },
    7: { name: 'blockOwnerDeletion', type: 'boolean' },
  },
  Namespace: { 1: metadata },
  ConfigMap: {
    1: metadata,
    2: { name: 'data', type: 'stringMap' },
    3: { name: 'binaryData', type: 'bytesMap' },
    4: { name: 'immutable', type: 'boolean' },
  },
  Secret: {
    1: metadata,
    2: { name: 'data', type: 'bytesMap' },
    3: text('type'),
    4: { name: 'stringData', type: 'stringMap' },
    5: { name: 'immutable', type: 'boolean' },
  },
  ServiceAccount: {
    1: metadata,
    4: { name: 'automountServiceAccountToken', type: 'boolean' },
  },
  Lease: { 1: metadata, 2: one('spec', 'LeaseSpec') },
  LeaseSpec: {
    1: text('holderIdentity'),
    2: { name: 'leaseDurationSeconds', type: 'integer' },
    3: { name: 'acquireTime', type: 'time' },
    4: { name: 'renewTime', type: 'time' },
    5: { name: 'leaseTransitions', type: 'integer' },
  },
  Role: { 1: metadata, 2: list('rules', 'PolicyRule') },
  ClusterRole: { 1: metadata, 2: list('rules', 'PolicyRule') },
  RoleBinding: {
    1: metadata,
    2: list('subjects', 'Subject'),
    3: one('roleRef', 'RoleRef'),
  },
  ClusterRoleBinding: {
    1: metadata,
    2: list('subjects', 'Subject'),
    3: one('roleRef', 'RoleRef'),
  },
  PolicyRule: {
    1: texts('verbs'),
    2: texts('apiGroups'),
    3: texts('resources'),
    4: texts('resourceNames'),
    5: texts('nonResourceURLs'),
  },
  Subject: {
    1: text('kind'),
    2: text('apiGroup'),
    3: text('name'),
    4: text('namespace'),
  },
  RoleRef: { 1: text('apiGroup'), 2: text('kind'), 3: text('name') },
  SelfSubjectReview: { 1: metadata },
  SelfSubjectAccessReview: { 1: metadata, 2: one('spec', 'AccessSpec') },
  SubjectAccessReview: { 1: metadata, 2: one('spec', 'AccessSpec') },
  LocalSubjectAccessReview: { 1: metadata, 2: one('spec', 'AccessSpec') },
  AccessSpec: {
    1: one('resourceAttributes', 'ResourceAttributes'),
    2: one('nonResourceAttributes', 'NonResourceAttributes'),
    3: text('user'),
    4: texts('groups'),
    5: { name: 'extra', type: 'stringListMap' },
    6: text('uid'),
  },
  ResourceAttributes: {
    1: text('namespace'),
    2: text('verb'),
    3: text('group'),
    4: text('version'),
    5: text('resource'),
    6: text('subresource'),
    7: text('name'),
  },
  NonResourceAttributes: { 1: text('path'), 2: text('verb') },
  SelfSubjectRulesReview: { 1: metadata, 2: one('spec', 'RulesSpec') },
  RulesSpec: { 1: text('namespace') },
  DeleteOptions: {
    1: { name: 'gracePeriodSeconds', type: 'integer' },
    2: one('preconditions', 'Preconditions'),
    3: { name: 'orphanDependents', type: 'boolean' },
    4: text('propagationPolicy'),
    5: texts('dryRun'),
  },
  Preconditions: { 1: text('uid'), 2: text('resourceVersion') },
};

function text(name: string): WireField {
  return { name, type: 'string' };
}

function texts(name: string): WireField {
  return { name, type: 'string', isList: true };
}

function one(name: string, message: string): WireField {
  return { name, type: { message } };
}

function list(name: string, message: string): WireField {
  return { name, type: { message }, isList: true };
}
