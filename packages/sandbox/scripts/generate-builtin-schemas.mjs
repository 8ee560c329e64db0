/**
 * Writes src/apiserver/builtin/definitions.json: the schemas of Kubernetes' built-in types, read from the
 * type declarations of @kubernetes/client-node, which are generated from Kubernetes' own OpenAPI document.
 * Run it after upgrading the client: node scripts/generate-builtin-schemas.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
const models = join(
  dirname(require.resolve('@kubernetes/client-node')),
  'gen/models',
);
const target = join(
  dirname(fileURLToPath(import.meta.url)),
  '../src/apiserver/builtin/definitions.json',
);

const roots = [
  'V1Namespace',
  'V1Node',
  'V1Pod',
  'V1ConfigMap',
  'V1Secret',
  'V1ServiceAccount',
  'CoreV1Event',
  'EventsV1Event',
  'V1Job',
  'V1Lease',
  'V1Role',
  'V1RoleBinding',
  'V1ClusterRole',
  'V1ClusterRoleBinding',
  'V1CustomResourceDefinition',
  'V1SelfSubjectAccessReview',
  'V1SelfSubjectRulesReview',
  'V1SubjectAccessReview',
  'V1LocalSubjectAccessReview',
  'V1SelfSubjectReview',
  'V1ListMeta',
  'V1Status',
];

/** The declarations do not carry merge keys; these are the ones of k8s.io/api's struct tags. */
const mergedLists = {
  'V1ObjectMeta.ownerReferences': ['uid'],
  'V1ObjectMeta.finalizers': 'set',
  'V1PodSpec.containers': ['name'],
  'V1PodSpec.initContainers': ['name'],
  'V1PodSpec.ephemeralContainers': ['name'],
  'V1PodSpec.volumes': ['name'],
  'V1PodSpec.imagePullSecrets': ['name'],
  'V1PodSpec.hostAliases': ['ip'],
  'V1PodSpec.topologySpreadConstraints': ['topologyKey', 'whenUnsatisfiable'],
  'V1PodSpec.resourceClaims': ['name'],
  'V1PodSpec.schedulingGates': ['name'],
  'V1PodStatus.conditions': ['type'],
  'V1PodStatus.podIPs': ['ip'],
  'V1PodStatus.hostIPs': ['ip'],
  'V1Container.env': ['name'],
  'V1Container.ports': ['containerPort', 'protocol'],
  'V1Container.volumeMounts': ['mountPath'],
  'V1Container.volumeDevices': ['devicePath'],
  'V1EphemeralContainer.env': ['name'],
  'V1EphemeralContainer.ports': ['containerPort', 'protocol'],
  'V1EphemeralContainer.volumeMounts': ['mountPath'],
  'V1EphemeralContainer.volumeDevices': ['devicePath'],
  'V1ServiceAccount.secrets': ['name'],
  'V1NamespaceStatus.conditions': ['type'],
  'V1NodeStatus.conditions': ['type'],
  'V1NodeStatus.addresses': ['type'],
  'V1NodeSpec.podCIDRs': 'set',
  'V1CustomResourceDefinitionStatus.conditions': ['type'],
};

const atomicMaps = new Set([
  'V1LabelSelector',
  'V1SecretKeySelector',
  'V1ConfigMapKeySelector',
  'V1ObjectFieldSelector',
  'V1ResourceFieldSelector',
  'V1RoleRef',
  'V1Subject',
  'V1LocalObjectReference',
  'V1ObjectReference',
  'V1OwnerReference',
]);

/**
 * Fields that are structs in Go, not pointers: like required fields they are there before anybody sets them.
 * Kubernetes' OpenAPI document gives them the default `{}`, which the declarations do not carry.
 */
const structs = {
  CoreV1Event: ['involvedObject', 'source'],
  EventsV1Event: ['deprecatedSource', 'regarding'],
  V1Container: ['resources'],
  V1ContainerStatus: ['lastState', 'state'],
  V1CustomResourceDefinition: ['spec', 'status'],
  V1CustomResourceDefinitionSpec: ['names'],
  V1CustomResourceDefinitionStatus: ['acceptedNames'],
  V1EphemeralContainer: ['resources'],
  V1Job: ['spec', 'status'],
  V1JobSpec: ['template'],
  V1Lease: ['spec'],
  V1Namespace: ['spec', 'status'],
  V1Node: ['spec', 'status'],
  V1NodeDaemonEndpoints: ['kubeletEndpoint'],
  V1NodeStatus: ['daemonEndpoints', 'nodeInfo'],
  V1PersistentVolumeClaimSpec: ['resources'],
  V1PersistentVolumeClaimTemplate: ['spec'],
  V1Pod: ['spec', 'status'],
  V1PodTemplateSpec: ['spec'],
  V1SelfSubjectAccessReview: ['spec', 'status'],
  V1SelfSubjectRulesReview: ['spec', 'status'],
  V1SubjectAccessReview: ['spec', 'status'],
  V1LocalSubjectAccessReview: ['spec', 'status'],
  V1SelfSubjectReview: ['status'],
  V1SelfSubjectReviewStatus: ['userInfo'],
};

const maxDescription = 400;
const definitions = {};

for (const root of roots) {
  addModel(root);
}
writeFileSync(
  target,
  prettier.format(JSON.stringify(definitions), { parser: 'json' }),
);

function addModel(name) {
  if (definitions[name]) {
    return;
  }
  const declaration = readFileSync(join(models, `${name}.d.ts`), 'utf8');
  const code = readFileSync(join(models, `${name}.js`), 'utf8');
  const types = attributeTypes(code);
  const schema = { type: 'object' };
  const about = /\/\*\*\n\* ([^\n]*)\n\*\/\nexport declare class/.exec(
    declaration,
  );
  if (about) {
    schema.description = shorten(about[1]);
  }
  definitions[name] = schema;
  const required = [];
  schema.properties = {};
  for (const [, description, field, optional] of declaration.matchAll(
    /(?:\/\*\*\n\s+\* ([^\n]*)\n\s+\*\/\n\s+)?'([\w]+)'(\?)?: (?:\{\n|[^\n]+;)/g,
  )) {
    const attribute = types[field];
    if (!attribute) {
      throw new Error(`${name}.${field} has no type`);
    }
    const property = toSchema(attribute.type, attribute.format);
    if (description) {
      property.description = shorten(description);
    }
    annotate(`${name}.${field}`, property);
    schema.properties[attribute.baseName] = property;
    if (!optional) {
      required.push(attribute.baseName);
    }
  }
  if (required.length > 0) {
    schema.required = required;
  }
  const present = [...new Set([...(structs[name] ?? []), ...required])];
  if (present.length > 0) {
    schema.alwaysPresent = present;
  }
  if (atomicMaps.has(name)) {
    schema['x-kubernetes-map-type'] = 'atomic';
  }
}

function attributeTypes(code) {
  const list = /\.attributeTypeMap = (\[[\s\S]*?\n\]);/.exec(code);
  const attributes = list ? JSON.parse(list[1]) : [];
  return Object.fromEntries(attributes.map(item => [item.name, item]));
}

function toSchema(type, format) {
  const array = /^Array<(.*)>$/.exec(type);
  if (array) {
    return { type: 'array', items: toSchema(array[1], format) };
  }
  const map = /^\{ \[key: string\]: (.*); \}$/.exec(type);
  if (map) {
    return {
      type: 'object',
      additionalProperties: toSchema(map[1], format),
    };
  }
  switch (type) {
    case 'string':
      return { type: 'string', ...(format ? { format } : {}) };
    case 'boolean':
      return { type: 'boolean' };
    case 'number':
      return format === 'double'
        ? { type: 'number', format }
        : { type: 'integer', ...(format ? { format } : {}) };
    case 'Date':
    case 'V1MicroTime':
      return { type: 'string', format: 'date-time' };
    case 'IntOrString':
      return { 'x-kubernetes-int-or-string': true };
    case 'any':
      return { 'x-kubernetes-preserve-unknown-fields': true };
    default:
      addModel(type);
      return { $ref: type };
  }
}

function annotate(place, property) {
  const keys = mergedLists[place];
  if (keys === 'set') {
    property['x-kubernetes-list-type'] = 'set';
    property['x-kubernetes-patch-strategy'] = 'merge';
  } else if (keys) {
    property['x-kubernetes-list-type'] = 'map';
    property['x-kubernetes-list-map-keys'] = keys;
    property['x-kubernetes-patch-merge-key'] = keys[0];
    property['x-kubernetes-patch-strategy'] = place.endsWith('.volumes')
      ? 'merge,retainKeys'
      : 'merge';
  } else if (property.type === 'array') {
    property['x-kubernetes-list-type'] = 'atomic';
  }
}

function shorten(text) {
  const plain = text.replace(/\\(['"])/g, '$1').trim();
  if (plain.length <= maxDescription) {
    return plain;
  }
  const cut = plain.slice(0, maxDescription);
  const end = cut.lastIndexOf('. ');
  return end > 80 ? cut.slice(0, end + 1) : `${cut.trimEnd()}…`;
}
