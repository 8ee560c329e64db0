/**
 * What an author can do about a problem.
 * @internal
 */
export function adviceFor(code: string): string | undefined {
  return advices.get(code);
}

const advices = new Map([
  [
    'schema-refused',
    'Correct the schema: the API server refuses this CRD, so the Promise cannot become available.',
  ],
  [
    'unusable-hint',
    'See the documentation of x-kratix-portal for the hints that there are.',
  ],
  [
    'unusable-name',
    'Give the property another name: none that begins with "$" or "ui:", and none that every JavaScript object has, like "constructor".',
  ],
  [
    'form-too-large',
    'Give people less to decide: fewer fields, or a section of its own service.',
  ],
  [
    'yaml-editor',
    'Say its properties, or its type, if people should have fields for it.',
  ],
  [
    'unknown-fields-not-shown',
    'Name the fields that people need in its properties.',
  ],
  [
    'no-description',
    'Say in a description what each is for; it stands below the field.',
  ],
  [
    'same-title',
    'Tell them apart with a title, or with x-kratix-portal: { title: … }.',
  ],
  [
    'secret-in-clear',
    'Ask for the name of a Secret instead, or use format: password and keep it out of Git.',
  ],
  [
    'beside-spec',
    'Move it into spec, the part of a request that the form shows.',
  ],
  [
    'too-many-fields',
    'Fold away what people rarely need with x-kratix-portal: { advanced: true }, or spread it with { page: … }.',
  ],
  [
    'too-deep',
    'Flatten it; nobody finds their way through that many sections.',
  ],
  [
    'no-schema-for-spec',
    'Describe spec in the schema, and the form gets fields.',
  ],
  [
    'rule-left-to-platform',
    'Nothing, if its message says what to do: people see it after the dry run, before anything is ordered.',
  ],
  ['no-api', 'Nothing, if it only installs things.'],
  [
    'api-not-a-crd',
    'Put a CustomResourceDefinition of apiextensions.k8s.io/v1 into spec.api.',
  ],
  ['api-not-namespaced', 'Say scope: Namespaced.'],
  ['api-no-schema', 'Give the version a schema (openAPIV3Schema).'],
]);
