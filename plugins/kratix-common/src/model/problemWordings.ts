/**
 * Why an object of a cluster could not be understood, or is not shown as it was meant. `{{path}}` is where in
 * the object, like `spec.api.spec.versions`.
 * @internal
 */
export const problemWordings = {
  tooMany: 'There are more problems than these.',
  andMore_one: '{{problem}} And {{count}} more like this.',
  andMore_other: '{{problem}} And {{count}} more like this.',
  unreadableObject: 'This object cannot be read: {{reason}}. Please report it.',
  unreadableField: '{{path}} cannot be read: {{reason}}.',
  tooManyEntries:
    '{{path}} has {{entries}} entries; only the first {{most}} are read.',
  ignoredEntries_one:
    '{{path}} has {{count}} entries that are left out, because they are not texts, too long, or too many.',
  ignoredEntries_other:
    '{{path}} has {{count}} entries that are left out, because they are not texts, too long, or too many.',
  notObject: 'This is not a {{expected}} object.',
  wrongKind: 'This is not a {{expected}}: its kind is "{{found}}".',
  wrongKindUnreadable: 'This is not a {{expected}}: its kind is no text.',
  wrongGroup:
    'This is not a {{expected}} of {{group}}: its apiVersion is "{{found}}".',
  wrongGroupUnreadable:
    'This is not a {{expected}} of {{group}}: its apiVersion is no text.',
  noName: 'This {{kind}} has no usable metadata.name.',
  unusableName: 'This {{kind}} has no usable metadata.name "{{found}}".',
  noNamespace: '{{kind}} "{{name}}" has no usable metadata.namespace.',
  unusableNamespace:
    '{{kind}} "{{name}}" has no usable metadata.namespace "{{found}}".',
  noPromiseLabel: 'It names no Promise in its labels.',
  cannotBeUsed: 'It cannot be used.',
  specTooLarge: 'spec is too large or nested too deeply to be shown.',
  outputsTooLarge_one:
    '{{count}} of the outputs in status are too large to show, or too many: {{outputs}}.',
  outputsTooLarge_other:
    '{{count}} of the outputs in status are too large to show, or too many: {{outputs}}.',
  revisionOfNothing:
    'PromiseRevision "{{name}}" does not say which version of which Promise it is.',
  bindingOfNothing:
    'ResourceBinding "{{name}}" does not say which request of which Promise it binds.',
  promiseGone:
    'Promise {{promise}} no longer exists, but its API and requests to it do: nothing acts on them.',
  apiIsOther:
    'spec.api must be a CustomResourceDefinition of apiextensions.k8s.io/v1, but it is a {{kind}} of "{{apiVersion}}".',
  apiIsNone:
    'spec.api must be a CustomResourceDefinition of apiextensions.k8s.io/v1, but it is something else.',
  apiNoUsable: 'The CRD in spec.api has no usable {{key}}.',
  apiScope:
    'The CRD in spec.api has scope "{{scope}}"; Kratix takes only Namespaced ones.',
  apiNoVersions: 'The CRD in spec.api has no usable versions.',
  apiNotServed: 'The CRD in spec.api serves none of its versions.',
  apiNoSchema: 'Version {{version}} of the CRD in spec.api has no schema.',
  apiTooLarge:
    'The schema of version {{version}} of the CRD in spec.api is too large or nested too deeply.',
  apiName: 'The CRD in spec.api must be named "{{expected}}", not "{{found}}".',
  unusableAnnotation: 'Annotation {{annotation}} is not used: {{reason}}.',
  unusableNamespaceOwner:
    'Annotation {{annotation}} is not used: {{reason}}. It would own requests in this namespace.',
  promiseNameTaken:
    'Its entities are named after the Promise and not {{name}}, as by SKE: another Promise has that name, or the catalog takes none like it.',
  componentNameTaken:
    'Its Component is not named {{name}}: another has that name or could come to have it, or the catalog takes none like it.',
  requestNameTaken:
    'Its entity is not named {{name}}, as by SKE: an older request or a Promise has that name, or the catalog takes none like it.',
  transformerFailed:
    'An entity transformer of this Backstage failed ({{reason}}), so what the catalog has of this object stays.',
  transformerLeftOut:
    'Entity transformers of this Backstage leave out {{entities}}.',
  transformerLeftOutRequests_one:
    'Entity transformers of this Backstage leave out {{count}} entity of its requests.',
  transformerLeftOutRequests_other:
    'Entity transformers of this Backstage leave out {{count}} entities of its requests.',
  entityRefused:
    'The catalog would refuse its entity {{entity}} ({{reason}}), so what it has of it stays.',
  entityTaken:
    'Not in the catalog, because another object of this platform gives an entity of the same name: {{entities}}.',
  entityTakenRequests_one:
    '{{count}} entity of its requests is not in the catalog, because another object of this platform gives one of the same name.',
  entityTakenRequests_other:
    '{{count}} entities of its requests are not in the catalog, because other objects of this platform give entities of the same names.',
  removalsRefused_one:
    '{{count}} entity whose object is gone stays in the catalog, because so much at once may be a mistake. If it is none, set kratix.catalog.removalBrake to 1 until it is removed.',
  removalsRefused_other:
    '{{count}} entities whose objects are gone stay in the catalog, because so many at once may be a mistake. If it is none, set kratix.catalog.removalBrake to 1 until they are removed.',
  catalogSilent:
    'The catalog has not said for a while what it does not take from this platform.',
} as const;

/**
 * Why an annotation is not used.
 * @internal
 */
export const annotationWordings = {
  notTaken: 'it is not what the catalog takes',
  tooManyLinks: 'only the first {{most}} links are taken',
  noAddress: 'a link has no usable web address',
  noDocsOfItsOwn:
    'only a Promise can have documentation of its own; name a web address or an entity',
  noDocs: 'it is neither a web address nor an entity reference',
} as const;
