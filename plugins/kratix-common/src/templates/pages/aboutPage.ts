import type { JsonObject } from '@backstage/types';
import { templateParameters } from '../../contracts/actions';
import { asSchema, type CrdSchema } from '../../crdSchema/crdSchema';
import type { KratixPromise, Platform, PromiseApi } from '../../model';
import { readScalarRules } from '../form/scalarRules';

/** Names of the form fields that the frontend brings. */
const nameField = 'KratixRequestName';
const namespaceField = 'KratixNamespace';

/**
 * The first page of every generated Template: what the request is called, where it lives, whose it is.
 * @internal
 */
export function aboutPage(
  {
    name: promise,
    api,
  }: Pick<KratixPromise, 'name'> & {
    readonly api?: Pick<PromiseApi, 'schema'>;
  },
  platform: Platform,
): JsonObject {
  const onlyNamespace = findOnlyNamespace(platform);
  return {
    title: 'About it',
    required: [templateParameters.name, templateParameters.namespace],
    properties: {
      [templateParameters.name]: {
        type: 'string',
        title: 'Name',
        description: 'Lower-case letters, digits and dashes',
        minLength: 1,
        maxLength: 63,
        pattern: '^[a-z0-9]([-a-z0-9]*[a-z0-9])?$',
        ...nameRules(api?.schema ?? {}),
        'ui:field': nameField,
        'ui:options': { platform: platform.name, promise },
        'ui:autofocus': true,
      },
      [templateParameters.namespace]: {
        type: 'string',
        title: 'Namespace',
        description: `Kubernetes namespace on ${platform.title}`,
        minLength: 1,
        maxLength: 63,
        ...(onlyNamespace && { default: onlyNamespace }),
        'ui:field': namespaceField,
        'ui:options': {
          platform: platform.name,
          platformTitle: platform.title,
          promise,
          namespaces: [...platform.namespaces],
        },
      },
      [templateParameters.owner]: {
        type: 'string',
        title: 'Owner',
        description: 'Who looks after it; you, if you choose nobody',
        'ui:field': 'OwnerPicker',
        'ui:options': { catalogFilter: { kind: ['Group', 'User'] } },
      },
    },
    patternProperties: { [`^${templateParameters.mode}$`]: modeTitles },
  };
}

/**
 * What a link to the form says and nobody fills in, in the words of the review. The renderer of the form shows nothing
 * of `patternProperties`.
 */
const modeTitles: JsonObject = {
  title: 'This order',
  enum: ['create', 'change'],
  enumNames: ['is a new one', 'changes the one that stands'],
};

/**
 * What a CRD asks of `metadata.name`, the only part of the metadata that a structural schema may speak of.
 * A pattern takes the place of ours, which the field checks by itself.
 */
function nameRules(apiSchema: CrdSchema): JsonObject {
  const metadata = asSchema(asSchema(apiSchema.properties).metadata);
  const name = asSchema(asSchema(metadata.properties).name);
  const { schema } = readScalarRules(name, 'string', () => {});
  const { pattern, maxLength, minLength } = schema;
  return {
    ...(pattern !== undefined && { pattern }),
    ...(typeof minLength === 'number' && minLength > 1 && { minLength }),
    ...(typeof maxLength === 'number' && maxLength < 63 && { maxLength }),
  };
}

function findOnlyNamespace({ namespaces }: Platform): string | undefined {
  const [only, ...others] = namespaces;
  return only && others.length === 0 && !only.includes('*') ? only : undefined;
}
