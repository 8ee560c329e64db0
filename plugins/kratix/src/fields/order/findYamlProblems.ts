import { kratixFieldNames } from '../fieldNames';
import type { PlacedProblem } from './placeProblems';
import { isRecord } from './readOrder';

/**
 * Editors whose text means nothing. The form looks for them by itself only where no field of ours stands
 * around them.
 * @internal
 */
export async function findYamlProblems(
  value: unknown,
  uiSchema: unknown,
  way: readonly string[] = [],
): Promise<PlacedProblem[]> {
  if (!isRecord(uiSchema)) {
    return [];
  }
  if (uiSchema['ui:field'] === kratixFieldNames.yaml) {
    return typeof value === 'string' ? explain(value, way) : [];
  }
  const children: [string, unknown, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [String(index), item, uiSchema.items])
    : Object.entries(isRecord(value) ? value : {}).map(([name, child]) => [
        name,
        child,
        uiSchema[name],
      ]);
  const found = await Promise.all(
    children.map(([name, child, ui]) =>
      findYamlProblems(child, ui, [...way, name]),
    ),
  );
  return found.flat();
}

async function explain(
  text: string,
  way: readonly string[],
): Promise<PlacedProblem[]> {
  // Only here: the validators are loaded with every form, the parser need not be.
  const { parseYaml } = await import('../parseYaml');
  const parsed = parseYaml(text);
  return parsed.ok
    ? []
    : [{ way, message: `Line ${parsed.line}: ${parsed.message}` }];
}
