import { lastOperationSchema, type LastOperation } from '../contracts';
import { authorAnnotations } from '../names/keys';

/**
 * The annotation that tells who did something last through the portal. Kratix does not read it, and labels
 * and annotations never start a run (kratix-domain 2.2).
 * @public
 */
export function writeLastOperation(
  operation: LastOperation,
): Record<string, string> {
  return { [authorAnnotations.lastOperation]: JSON.stringify(operation) };
}

/**
 * Reads it back; undefined where there is none, or one that the portal did not write.
 * @public
 */
export function readLastOperation(
  annotations: Readonly<Record<string, string>>,
): LastOperation | undefined {
  const text = annotations[authorAnnotations.lastOperation];
  const parsed = lastOperationSchema.safeParse(text && parseJson(text));
  return parsed.success && !Number.isNaN(Date.parse(parsed.data.at))
    ? parsed.data
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
