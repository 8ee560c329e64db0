import { isError } from '@backstage/errors';
import type {
  FieldProblem,
  KratixPromise,
  RequestManifest,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestClient } from '../service/KratixService';
import type { ValidateOptions, Validation } from '../service/RequestOperations';

/**
 * Asks the API server whether it would take a manifest, as it would be sent in earnest: POST for a new one,
 * server-side apply for a change.
 * @internal
 */
export async function validateManifest(
  client: Pick<RequestClient, 'create' | 'change' | 'get'>,
  asked: {
    readonly promise: KratixPromise;
    readonly manifest: RequestManifest;
  },
  options: ValidateOptions,
): Promise<Validation> {
  try {
    return { ok: true, request: await send(client, asked, options) };
  } catch (error) {
    if (!isRefusal(error)) {
      throw error;
    }
    return {
      ok: false,
      message: error.message,
      errors: toFieldProblems(error),
    };
  }
}

async function send(
  client: Pick<RequestClient, 'create' | 'change' | 'get'>,
  {
    promise,
    manifest,
  }: { readonly promise: KratixPromise; readonly manifest: RequestManifest },
  options: ValidateOptions,
): Promise<ResourceRequest> {
  const { signal } = options;
  if (options.mode === 'create') {
    return client.create(promise, manifest, { dryRun: true, signal });
  }
  const { name, namespace } = manifest.metadata;
  const existing =
    options.existing ??
    (await client.get({ promise: promise.name, namespace, name }));
  return client.change(promise, manifest, { existing, dryRun: true, signal });
}

/** What is wrong with the manifest, or already there. */
function isRefusal(error: unknown): error is Error {
  return (
    isError(error) &&
    (error.name === 'InputError' || error.name === 'ConflictError')
  );
}

function toFieldProblems(error: Error): readonly FieldProblem[] {
  const causes = 'causes' in error ? error.causes : undefined;
  const found = Array.isArray(causes)
    ? causes.flatMap(cause => toFieldProblem(cause) ?? [])
    : [];
  return found.length > 0 ? found : [{ path: '', message: error.message }];
}

function toFieldProblem(cause: unknown): FieldProblem | undefined {
  if (
    typeof cause !== 'object' ||
    cause === null ||
    !('message' in cause) ||
    typeof cause.message !== 'string'
  ) {
    return undefined;
  }
  const field =
    'field' in cause && typeof cause.field === 'string' ? cause.field : '';
  return {
    path: field.replace(/^\./, ''),
    message: explainConflict(cause.message),
  };
}

/** Words: k8s.io/apiserver pkg/endpoints/handlers/fieldmanager, `NewConflictError`. */
function explainConflict(message: string): string {
  const [, manager] = /^conflict with "([^"]{1,128})"/.exec(message) ?? [];
  return manager
    ? `${manager} set this and keeps it; change it there`
    : message;
}
