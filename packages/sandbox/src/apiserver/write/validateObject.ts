import {
  isBlocking,
  validateSchema,
} from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { FieldError } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';
import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { structuralOf } from '../schema/structuralOf';
import { invalid } from '../status/StatusError';
import { validateMetadata } from './validateMetadata';

/** Everything that makes an object 422. @internal */
export function validateObject(
  object: KubeObject,
  previous: KubeObject | undefined,
  type: ResourceType,
): void {
  const errors = checkKind(object, type);
  if (errors.length === 0) {
    errors.push(...checkFields(object, previous, type));
  }
  if (type.judge?.judgeRules) {
    errors.push(
      ...(errors.some(isBlocking)
        ? [rulesNotChecked]
        : type.judge.judgeRules(object, previous)),
    );
  }
  if (errors.length > 0) {
    throw invalid(
      { group: type.group, kind: object.kind },
      object.metadata.name ?? '',
      errors,
    );
  }
}

function checkFields(
  object: KubeObject,
  previous: KubeObject | undefined,
  type: ResourceType,
): FieldError[] {
  // The generic and the type's own validation both look at changed metadata: each cause comes twice.
  const moved = previous ? checkNewFinalizers(object, previous) : [];
  const errors = previous ? [...moved, ...moved] : [];
  errors.push(...validateMetadata(object, type));
  if (type.judge) {
    errors.push(...type.judge.validate(object, previous));
  } else if (type.schema) {
    const found = validateSchema(object, structuralOf(type.schema), '');
    errors.push(...found.filter(error => !isGoNull(error)));
  }
  errors.push(...(type.validate?.(object, previous) ?? []));
  return errors;
}

/** Go's decoder of a built-in type takes null anywhere. */
function isGoNull({ type, value }: FieldError): boolean {
  return type === 'TypeInvalid' && value === 'null';
}

/**
 * A foreign kind is not checked against the schema, but against the rules.
 * Source: `ValidateTypeMeta` of apiextensions-apiserver/pkg/registry/customresource/validator.go.
 */
function checkKind(object: KubeObject, type: ResourceType): FieldError[] {
  return object.kind === type.kind
    ? []
    : [
        {
          type: 'Invalid',
          field: 'kind',
          value: object.kind,
          detail: `must be ${type.kind}`,
        },
      ];
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
