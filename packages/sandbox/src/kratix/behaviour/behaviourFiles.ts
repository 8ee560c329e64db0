import { stringify } from 'yaml';
import { z } from 'zod';

const content = z.union([
  z.string(),
  z.record(z.string(), z.unknown()).transform(document => stringify(document)),
  z
    .array(z.record(z.string(), z.unknown()))
    .transform(documents =>
      documents.map(each => stringify(each)).join('---\n'),
    ),
]);

const path = z
  .string()
  .refine(value => !value.startsWith('/') && !value.split('/').includes('..'), {
    message: 'must be a path below /kratix/output',
  });

const files = z.record(path, content);

/** Output files by path, from text, one manifest or a list of manifests each. @internal */
export function filesOf(value: unknown): Record<string, string> {
  return files.parse(value);
}
