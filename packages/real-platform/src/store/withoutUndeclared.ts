import type { KubernetesObject } from '@kubernetes/client-node';
import { z } from 'zod';

const definitionSchema = z.object({
  spec: z.object({
    names: z.object({ kind: z.string() }),
    versions: z.array(
      z.object({
        schema: z.object({
          openAPIV3Schema: z.object({
            properties: z.object({
              spec: z.object({
                properties: z.record(z.string(), z.unknown()),
              }),
            }),
          }),
        }),
      }),
    ),
  }),
});

const manifestSchema = z.looseObject({
  kind: z.string(),
  spec: z.record(z.string(), z.unknown()).optional(),
});

/**
 * An object without the fields of its `spec` that its kind does not have in this
 * version of Kratix, such as `cleanup` of a Destination before 2025: the API
 * server applies nothing that it cannot place.
 *
 * @internal
 */
export function withoutUndeclared(
  manifest: KubernetesObject,
  definitions: readonly KubernetesObject[],
): KubernetesObject {
  const { kind, spec } = manifestSchema.parse(manifest);
  const definition = definitions
    .map(each => definitionSchema.safeParse(each).data)
    .find(each => each?.spec.names.kind === kind);
  if (!definition || !spec) {
    return manifest;
  }
  const declared = definition.spec.versions.flatMap(({ schema }) =>
    Object.keys(schema.openAPIV3Schema.properties.spec.properties),
  );
  const kept = Object.entries(spec).filter(([key]) => declared.includes(key));
  return { ...manifest, spec: Object.fromEntries(kept) } as KubernetesObject;
}
