import type { SkeDefaults } from '../model';
import { bounds, cutText } from './reading/bounds';
import { childObject, isObject } from './reading/readField';

/**
 * What SKE's generator is told by the environment of its container, for all entities of a Promise
 * (ske-compatibility 1C, "Env vars"): literal values only, and read straight from the Promise, so that its
 * author changes nothing when this suite takes over. `TEMPLATE_*` counts in the Promise's own workflow alone.
 * @internal
 */
export function readSkeDefaults(workflows: unknown): {
  skeDefaults?: SkeDefaults;
} {
  const promise = readWorkflow(workflows, 'promise');
  const requests = Object.fromEntries(
    Object.entries(readWorkflow(workflows, 'resource')).filter(
      ([key]) => !key.startsWith('ske.backstage.template/'),
    ),
  );
  return Object.keys(promise).length + Object.keys(requests).length > 0
    ? { skeDefaults: { promise, requests } }
    : {};
}

function readWorkflow(
  workflows: unknown,
  type: 'promise' | 'resource',
): Record<string, string> {
  const pipelines = listOf(childObject(workflows, type).configure);
  const containers = pipelines
    .slice(0, bounds.pipelines)
    .flatMap(pipeline =>
      listOf(childObject(pipeline, 'spec').containers).slice(
        0,
        bounds.containers,
      ),
    )
    .filter(isGenerator);
  return Object.fromEntries(
    containers.flatMap(({ env }) =>
      listOf(env).slice(0, maxVariables).flatMap(toAnnotation),
    ),
  );
}

const maxVariables = 100;

function isGenerator({ image }: Record<string, unknown>): boolean {
  return (
    typeof image === 'string' &&
    image.length <= 1_000 &&
    generators.has(image.split('/').at(-1)?.split(/[:@]/)[0] ?? '')
  );
}

const generators = new Set([
  'ske-portal-controller',
  'backstage-controller',
  'ske-backstage-generator',
]);

function toAnnotation({
  name,
  value,
}: Record<string, unknown>): [string, string][] {
  const [, kind, words] =
    typeof name === 'string' && name.length <= 63
      ? /^(COMPONENT|TEMPLATE)_([A-Z_]+)$/.exec(name) ?? []
      : [];
  if (!kind || !words || typeof value !== 'string' || !value) {
    return [];
  }
  const key = words
    .toLowerCase()
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    [`ske.backstage.${kind.toLowerCase()}/${key}`, cutText(value, 1_000)],
  ];
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
