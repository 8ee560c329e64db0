import { ConflictError } from '@backstage/errors';
import { refuse, tell } from '@kratix-portal/backstage-plugin-kratix-common';
import { z } from 'zod';
import type { Subject } from '../requests/Subject';

const managedSchema = z.object({
  metadata: z.object({
    managedFields: z
      .array(
        z.object({
          manager: z.string().optional().catch(undefined),
          operation: z.string().optional().catch(undefined),
          fieldsV1: z.unknown().optional(),
        }),
      )
      .catch([]),
  }),
});

/**
 * Throws a ConflictError where somebody applies one of these fields: a GitOps agent would only put back what
 * the portal changes, and who looks at the portal would not know why. Fields that were merely written
 * (`Update`), as Kratix and kubectl do, are free.
 * @internal
 */
export function requireNoOtherApplier(
  json: unknown,
  options: {
    readonly subject: Subject;
    readonly fields: readonly (readonly string[])[];
  },
): void {
  for (const field of options.fields) {
    const owner = findApplier(json, field);
    if (owner !== undefined) {
      throw refuse(
        ConflictError,
        tell('refusal.appliedBy', {
          subject: options.subject,
          field: field.join('.'),
          manager: owner.slice(0, 128),
        }),
      );
    }
  }
}

/** How managedFields write a path: k8s.io/apimachinery pkg/apis/meta/v1 `FieldsV1`. */
function findApplier(
  json: unknown,
  field: readonly string[],
): string | undefined {
  const parsed = managedSchema.safeParse(json);
  const entries = parsed.success ? parsed.data.metadata.managedFields : [];
  return entries.find(
    ({ operation, fieldsV1 }) =>
      operation === 'Apply' && holds(fieldsV1, field),
  )?.manager;
}

function holds(fields: unknown, path: readonly string[]): boolean {
  const [first, ...rest] = path;
  if (first === undefined) {
    return true;
  }
  const key = `f:${first}`;
  return (
    typeof fields === 'object' &&
    fields !== null &&
    Object.hasOwn(fields, key) &&
    holds(Reflect.get(fields, key), rest)
  );
}
