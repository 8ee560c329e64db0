import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { readAnswer } from '../cluster/readAnswer';
import { resourcePath } from '../cluster/resourcePath';
import { FIELD_MANAGER } from '../requests/fieldManager';
import type { RequestScope } from '../requests/RequestScope';

/** An object of Kratix itself: what people call it, and where it is. @internal */
export interface PlatformObject {
  readonly subject: string;
  readonly path: string;
}

/** @internal */
export interface ApplyOptions {
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/** @internal */
export function platformObject(
  kind: 'Promise' | 'PromiseRelease',
  name: string,
): PlatformObject {
  return {
    subject: `${kind} ${name}`,
    path: resourcePath({
      group: 'platform.kratix.io',
      version: 'v1alpha1',
      plural: `${kind.toLowerCase()}s`,
      name,
    }),
  };
}

/** The object that a manifest means. @internal */
export function objectOf(
  kind: 'Promise' | 'PromiseRelease',
  manifest: JsonObject,
): PlatformObject {
  return platformObject(kind, namedSchema.parse(manifest).metadata.name);
}

/**
 * The whole object. Read as the portal: as for orders, whoever may not read Promises on the cluster may still see
 * them in the portal.
 * @internal
 */
export async function readManifest(
  scope: RequestScope,
  { subject, path }: PlatformObject,
  { signal }: { readonly signal?: AbortSignal },
): Promise<JsonObject> {
  const json = await scope.ask(subject, {
    method: 'GET',
    path,
    identity: { type: 'portal' },
    signal,
  });
  return readAnswer(objectSchema, json, subject) as JsonObject;
}

/** Server-side apply; answers with what is stored by then. @internal */
export async function applyManifest(
  scope: RequestScope,
  { subject, path }: PlatformObject,
  { json, dryRun, signal }: ApplyOptions & { readonly json: JsonObject },
): Promise<unknown> {
  return scope.ask(subject, {
    method: 'PATCH',
    path,
    query: { fieldManager: FIELD_MANAGER, ...(dryRun && { dryRun: 'All' }) },
    // The API server reads YAML here, of which JSON is a part.
    body: { contentType: 'application/apply-patch+yaml', json },
    signal,
  });
}

const objectSchema = z.record(z.string(), z.unknown());
const namedSchema = z.object({ metadata: z.object({ name: z.string() }) });
