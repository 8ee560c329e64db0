import type { KratixPromise, Problem, ResourceRequest } from '../model';
import type { NamedPlatform } from '../names/namePlatform';
import { askedComponentName, skeNameKey } from '../names/skeComponentNames';
import { tell } from '../wording';

/**
 * Said where a platform has SKE's names, and there is an API to name a Promise's entities after, but they are
 * not; and where its Component is not called what its author wrote.
 * @public
 */
export function findPromiseNameProblems(
  promise: KratixPromise,
  { names }: NamedPlatform,
): Problem[] {
  const { name, api } = promise;
  const asked = names && askedComponentName(promise);
  return [
    ...(names && api && !names.kindOf(name)
      ? [
          {
            code: 'name-taken',
            ...tell('problem.promiseNameTaken', {
              name: `${api.kind.toLocaleLowerCase('en-US')}-promise`,
            }),
            path: 'spec.api.spec.names.kind',
          },
        ]
      : []),
    ...(asked && names.componentOf(name) !== asked
      ? [
          {
            code: 'name-taken',
            ...tell('problem.componentNameTaken', { name: asked }),
            path: `metadata.annotations[${skeNameKey}]`,
          },
        ]
      : []),
  ];
}

/**
 * Said where a Promise's entities have SKE's names, and one of its requests has not. Whose the name is stays
 * unsaid: not everybody may know.
 * @internal
 */
export function findRequestNameProblems(
  { promiseName, namespace, name }: ResourceRequest,
  { names }: NamedPlatform,
): Problem[] {
  const kind = names?.kindOf(promiseName);
  return kind && !names?.requestName(promiseName, namespace, name)
    ? [
        {
          code: 'name-taken',
          ...tell('problem.requestNameTaken', { name: `${name}-${kind}` }),
          path: 'metadata.name',
        },
      ]
    : [];
}
