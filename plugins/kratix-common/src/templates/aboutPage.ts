import type { JsonObject } from '@backstage/types';
import { templateParameters } from '../contracts/actions';
import type { Platform } from '../model';

/** Names of the form fields that the frontend brings. */
const nameField = 'KratixRequestName';
const namespaceField = 'KratixNamespace';

/**
 * The first page of every generated Template: what the request is called, where it lives, whose it is.
 * @internal
 */
export function aboutPage(platform: Platform): JsonObject {
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
        'ui:field': nameField,
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
  };
}

function findOnlyNamespace({ namespaces }: Platform): string | undefined {
  const [only, ...others] = namespaces;
  return only && others.length === 0 && !only.includes('*') ? only : undefined;
}
