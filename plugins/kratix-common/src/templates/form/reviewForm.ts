import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  specSchemaOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import type { Problem, PromiseApi } from '../../model';
import { titleFromName } from '../../names/titleFromName';
import { crdSchemaToForm } from './crdSchemaToForm';
import { createFieldCounter } from './fieldBudget';
import { findEditors } from './findEditors';
import { readPortalHints } from './portalHints';

/**
 * What will not look as well as it could in the form of an API, and what the form leaves to the platform.
 * @public
 */
export function reviewForm(api: PromiseApi): readonly Problem[] {
  const spec = specSchemaOf(api.schema);
  if (!spec) {
    return [
      {
        code: 'no-schema-for-spec',
        message:
          'The schema does not describe spec: the form asks for nothing but a name.',
        path: 'spec',
      },
      ...findBesideSpec(api.schema),
    ];
  }
  const form = crdSchemaToForm(api.schema);
  return [
    ...findBesideSpec(api.schema),
    ...reviewSize(spec),
    ...reviewWords(spec),
    ...findEditors(spec, form.schema ?? {}),
    ...form.dropped.filter(({ code }) => code === 'rule-left-to-platform'),
  ];
}

const ownFields = ['apiVersion', 'kind', 'metadata', 'spec', 'status'];

function findBesideSpec(apiSchema: CrdSchema): Problem[] {
  return propertiesOf(apiSchema)
    .filter(([name]) => !ownFields.includes(name))
    .map(([name]) => ({
      code: 'beside-spec',
      message: `${name} stands beside spec: the form does not ask for it.`,
      path: name,
    }));
}

const manyFields = 60;
const manySections = 5;

function reviewSize(spec: CrdSchema): Problem[] {
  const fields = createFieldCounter()(spec);
  const isSorted = propertiesOf(spec).some(([, child]) => {
    const { advanced, page } = readPortalHints(child);
    return advanced || page !== undefined;
  });
  const depth = depthOf(spec);
  return [
    ...(fields > manyFields && !isSorted
      ? [
          {
            code: 'too-many-fields',
            message: `spec comes to ${fields} fields, and nothing says which of them people need.`,
            path: 'spec',
          },
        ]
      : []),
    ...(depth > manySections
      ? [
          {
            code: 'too-deep',
            message: `spec has sections within sections, ${depth} deep.`,
            path: 'spec',
          },
        ]
      : []),
  ];
}

function depthOf(schema: CrdSchema): number {
  switch (nodeKindOf(schema)) {
    case 'object':
      return (
        1 +
        Math.max(0, ...propertiesOf(schema).map(([, child]) => depthOf(child)))
      );
    case 'array':
      return depthOf(asSchema(schema.items));
    default:
      return 0;
  }
}

interface Words {
  readonly undescribed: string[];
  readonly sameTitle: Problem[];
  readonly secrets: Problem[];
}

function reviewWords(spec: CrdSchema): Problem[] {
  const words: Words = { undescribed: [], sameTitle: [], secrets: [] };
  collectWords(spec, 'spec', words);
  const { undescribed, sameTitle, secrets } = words;
  const some = undescribed.slice(0, 10).join(', ');
  const more = undescribed.length > 10 ? ', …' : '';
  return [
    ...sameTitle.slice(0, 20),
    ...secrets.slice(0, 20),
    ...(undescribed.length > 0
      ? [
          {
            code: 'no-description',
            message: `${
              undescribed.length === 1
                ? '1 field has'
                : `${undescribed.length} fields have`
            } no description: ${some}${more}.`,
            path: undescribed[0] ?? 'spec',
          },
        ]
      : []),
  ];
}

function collectWords(schema: CrdSchema, path: string, words: Words): void {
  const titles = new Map<string, string>();
  for (const [name, child] of propertiesOf(schema)) {
    const childPath = `${path}.${name}`;
    const { title = titleFromName(name), field } = readPortalHints(child);
    const other = titles.get(title.toLowerCase());
    if (other !== undefined) {
      words.sameTitle.push({
        code: 'same-title',
        message: `${childPath} is called "${title}" in the form, and so is ${path}.${other}.`,
        path: childPath,
      });
    }
    titles.set(title.toLowerCase(), name);
    if (isSecretInClear(name, child) && field === undefined) {
      words.secrets.push({
        code: 'secret-in-clear',
        message: `${childPath} looks like a secret, and is shown and stored as plain text.`,
        path: childPath,
      });
    }
    const isSection = nodeKindOf(child) === 'object';
    if (!isSection && typeof child.description !== 'string') {
      words.undescribed.push(childPath);
    }
    collectWords(child, childPath, words);
    collectWords(asSchema(child.items), `${childPath}[]`, words);
  }
}

function isSecretInClear(name: string, schema: CrdSchema): boolean {
  return (
    schema.type === 'string' &&
    schema.format !== 'password' &&
    /(^|[a-z_-])(password|passwd|secretkey|privatekey|apikey|accesstoken)$/i.test(
      name,
    )
  );
}
