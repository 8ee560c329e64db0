import { InputError } from '@backstage/errors';
import {
  KubernetesError,
  type StatusCause,
} from '../cluster/failures/KubernetesError';

/**
 * Reads the API server's refusal of an object, where it says it in its own way: an InputError with one cause
 * for each field. Undefined for everything else.
 * @internal
 */
export function toRefusal(error: KubernetesError): InputError | undefined {
  const typeErrors = readTypeErrors(error);
  if (typeErrors !== undefined) {
    return refuse(typeErrors, typeErrors.split('\n').flatMap(toTypeCause));
  }
  return isAdmissionRefusal(error)
    ? refuse(error.message, error.causes)
    : undefined;
}

/**
 * Leaves out the remark about rules that were not checked. The API server adds it to the errors of any type
 * with CEL rules, as a cause of a field `<nil>` that nobody has (docs/kratix-observed.md, "The API server").
 * What else it says of `<nil>`, such as that no branch of an `anyOf` fits, is about the whole.
 * @internal
 */
export function withoutRemarks(error: KubernetesError): KubernetesError {
  if (!error.causes.some(({ field }) => field === '<nil>')) {
    return error;
  }
  const causes = error.causes
    .filter(({ message }) => !(message && unchecked.test(message)))
    .map(cause => (cause.field === '<nil>' ? { ...cause, field: '' } : cause));
  const { failure, statusCode, retryAfterMs, objectName, reason } = error;
  return new KubernetesError(failure, withoutRemark(error.message), {
    statusCode,
    retryAfterMs,
    objectName,
    reason,
    causes,
  });
}

const unchecked = /some validation rules were not checked/;

const remark =
  /(, )?<nil>: Invalid value: "?null"?: some validation rules were not checked because the object was invalid; correct the existing errors to complete validation/;

function withoutRemark(message: string): string {
  return message.replace(remark, '');
}

/**
 * Server-side apply answers a field that the schema does not have, or of a wrong type, with status 500 and
 * one sentence, or several (sigs.k8s.io/structured-merge-diff typed/validate.go `ValidationErrors.Error`;
 * packages/contract/conversations/04-server-side-apply.yaml).
 */
function readTypeErrors({
  failure,
  message,
}: KubernetesError): string | undefined {
  const said = message.match(/^failed to create typed patch object \(.*?\): /);
  return failure === 'serverError' && said
    ? message.slice(said[0].length).replace(/^errors:\s*/, '')
    : undefined;
}

/** A field may have any name, also one with blanks: it ends at the first colon that a blank follows. */
function toTypeCause(line: string): StatusCause[] {
  const found = line.match(/^\s*\.(.+?): (.+)$/);
  return found?.[1] && found[2]
    ? [{ field: found[1], message: found[2], reason: 'FieldValueInvalid' }]
    : [];
}

/**
 * A webhook's refusal has the status of a missing right, 403 (docs/kratix-observed.md, 21), and is about the
 * object all the same (k8s.io/apiserver pkg/admission/plugin/webhook/errors/statuserror.go).
 */
function isAdmissionRefusal({ failure, message }: KubernetesError): boolean {
  return (
    failure === 'forbidden' &&
    /^admission webhook "[^"]+" denied the request/.test(message)
  );
}

function refuse(message: string, causes: readonly StatusCause[]): InputError {
  return Object.assign(new InputError(message), { causes });
}
