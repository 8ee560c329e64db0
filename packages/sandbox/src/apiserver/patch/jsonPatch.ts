import { applyPatch } from 'fast-json-patch';
import type { Operation } from 'fast-json-patch';
import { cloneJson, isObject } from '../json/json';
import { StatusError, badRequest } from '../status/StatusError';

const maxOperations = 10_000;

/** RFC 6902. @internal */
export function jsonPatch(target: unknown, patch: unknown): unknown {
  if (!Array.isArray(patch) || !patch.every(isObject)) {
    throw badRequest(
      'error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp',
    );
  }
  if (patch.length > maxOperations) {
    throw new StatusError(
      413,
      'RequestEntityTooLarge',
      `The allowed maximum operations in a JSON patch is ${maxOperations}, got ${patch.length}`,
    );
  }
  try {
    return applyPatch(
      cloneJson(target),
      patch as unknown as Operation[],
      true,
      true,
    ).newDocument;
  } catch {
    throw rejected();
  }
}

/** Source of the words: k8s.io/apimachinery/pkg/api/errors, `NewGenericServerResponse` with 422. */
function rejected(): StatusError {
  return new StatusError(
    422,
    'Invalid',
    'the server rejected our request due to an error in our request',
    {},
  );
}
