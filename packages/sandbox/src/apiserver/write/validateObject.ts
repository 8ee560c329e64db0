import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { validateListTypes } from '../schema/validateListTypes';
import { validateSchema } from '../schema/validateSchema';
import type { FieldError } from '../status/FieldError';
import { invalid } from '../status/StatusError';
import { validateMetadata } from './validateMetadata';

/** Everything that makes an object 422. @internal */
export function validateObject(
  object: KubeObject,
  previous: KubeObject | undefined,
  type: ResourceType,
): void {
  const errors: FieldError[] = [
    ...validateMetadata(object, type),
    ...(previous ? checkNewFinalizers(object, previous) : []),
  ];
  if (type.schema) {
    errors.push(...validateSchema(object, type.schema, ''));
    if (type.isCustom) {
      errors.push(...validateListTypes(object, type.schema, ''));
    }
  }
  errors.push(...(type.validate?.(object, previous) ?? []));
  if (type.rules) {
    errors.push(
      ...(errors.some(isBlocking)
        ? [rulesNotChecked]
        : type.rules(object, previous)),
    );
  }
  if (errors.length > 0) {
    throw invalid(type, object.metadata.name, errors);
  }
}

/** Source: apiextensions-apiserver/pkg/registry/customresource/strategy.go, `hasBlockingErr`. */
function isBlocking(error: FieldError): boolean {
  return ['Required', 'TooLong', 'TooMany', 'TypeInvalid'].includes(error.type);
}

const rulesNotChecked: FieldError = {
  type: 'Invalid',
  field: '<nil>',
  value: null,
  detail:
    'some validation rules were not checked because the object was invalid; correct the existing errors to complete validation',
};

function checkNewFinalizers(
  object: KubeObject,
  previous: KubeObject,
): FieldError[] {
  if (!previous.metadata.deletionTimestamp) {
    return [];
  }
  const before = previous.metadata.finalizers ?? [];
  const added = (object.metadata.finalizers ?? []).filter(
    finalizer => !before.includes(finalizer),
  );
  return added.length === 0
    ? []
    : [
        {
          type: 'Forbidden',
          field: 'metadata.finalizers',
          detail: `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added
            .map(finalizer => JSON.stringify(finalizer))
            .join(', ')}}`,
        },
      ];
}
