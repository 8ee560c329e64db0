import { ConflictError, InputError } from '@backstage/errors';
import {
  toYaml,
  updateManifestFile,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The file that asks for a manifest, given the one that is there.
 * @internal
 */
export function planFile(
  manifest: RequestManifest,
  { path, text }: { readonly path: string; readonly text?: string },
): string {
  if (text === undefined) {
    return toYaml(manifest);
  }
  const update = updateManifestFile(text, manifest);
  if (!update.ok) {
    throw new InputError(`${path} cannot be changed: ${update.message}`);
  }
  if (!update.isChanged) {
    throw new ConflictError(
      `${path} asks for exactly this already, so there is nothing to review`,
    );
  }
  return update.text;
}
