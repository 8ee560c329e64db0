import type { JsonObject } from '@backstage/types';
import { templateParameters } from '../../contracts/actions';
import type { KratixPromise, Platform, PromiseApi } from '../../model';
import { findSecretPaths } from '../../offers/findSecretPaths';
import { findLockedPaths } from '../form/findLockedPaths';
import { findSpecRules } from '../form/findSpecRules';
import type { FormPage } from './specPages';

/** Names of the form fields that the frontend brings. */
const specField = 'KratixSpec';
const checkField = 'KratixCheck';

/**
 * Pages that ask the platform before they let go on, so that a mistake is shown at its field, and a last one
 * that shows what will be sent. A frontend without these fields shows the same form unchecked.
 * @internal
 */
export function checkedPages(
  promise: KratixPromise,
  api: PromiseApi,
  platform: Platform,
  pages: readonly FormPage[],
): JsonObject[] {
  const order = {
    platform: platform.name,
    platformTitle: platform.title,
    promise: promise.name,
    ...(platform.delivery.mode === 'pull-request' && { isReviewed: true }),
  };
  const locked = findLockedPaths(api.schema);
  const rules = findSpecRules(api.schema);
  const hasSecrets = findSecretPaths(api).length > 0;
  const places = pages.map(page => ({
    page: page.title,
    names: Object.keys(objectOf(specOf(page).properties)),
  }));
  return [
    ...pages.map((page, index) =>
      withSpec(page, {
        ...order,
        ...(locked.length > 0 && { locked }),
        ...(rules.length > 0 && { rules }),
        ...(hasSecrets && { hasSecrets }),
        ...(index === pages.length - 1 && { isLast: true, places }),
      }),
    ),
    checkPage(order),
  ];
}

/** The field that stood there is told to ours, which shows it. */
function withSpec(page: FormPage, options: JsonObject): JsonObject {
  const spec = specOf(page);
  const { 'ui:field': inner } = spec;
  return {
    ...page.schema,
    properties: {
      [templateParameters.spec]: {
        ...spec,
        // Complaints name it; above its fields the page's own title is enough.
        ...(inner === undefined && { title: page.title, 'ui:title': '' }),
        'ui:field': specField,
        // Backstage's review shows in clear what it has no field for: lists, and all pages but the first.
        ...(options.hasSecrets === true && {
          'ui:backstage': { review: { show: false } },
        }),
        'ui:options': {
          ...objectOf(spec['ui:options']),
          ...options,
          ...(inner !== undefined && { inner }),
        },
      },
    },
  };
}

function checkPage(order: JsonObject): JsonObject {
  return {
    title: 'Check',
    properties: {
      [templateParameters.check]: {
        type: 'boolean',
        title: 'What will be sent',
        // Backstage validates only fields that have a value.
        default: true,
        'ui:field': checkField,
        'ui:options': order,
        'ui:backstage': { review: { show: false } },
      },
    },
  };
}

function specOf({ schema }: FormPage): JsonObject {
  return objectOf(objectOf(schema.properties)[templateParameters.spec]);
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : {};
}
