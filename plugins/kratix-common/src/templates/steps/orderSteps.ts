import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixActionIds, templateParameters } from '../../contracts/actions';
import type { KratixPromise, Platform } from '../../model';
import { publishStep } from './publishStep';

type Step = TemplateEntityV1beta3['spec']['steps'][number];

/**
 * What a generated Template does: it writes the order to the platform, or puts it up for review. Names are
 * DNS names (checked when parsed), so none of them can hold an expression.
 * @internal
 */
export function orderSteps(
  promise: KratixPromise,
  platform: Platform,
  { hasSpec }: { readonly hasSpec: boolean },
): Step[] {
  const { delivery } = platform;
  const input = {
    mode: parameter(templateParameters.mode),
    platform: platform.name,
    promise: promise.name,
    namespace: parameter(templateParameters.namespace),
    name: parameter(templateParameters.name),
    owner: parameter(templateParameters.owner),
    spec: hasSpec ? parameter(templateParameters.spec) : {},
  };
  return delivery.mode === 'apply'
    ? [{ id: 'apply', name: 'Order', action: kratixActionIds.apply, input }]
    : [
        {
          id: 'render',
          name: 'Check it and write it down',
          action: kratixActionIds.render,
          input,
        },
        publishStep(platform.name, delivery.repository, 'write'),
      ];
}

/** @internal */
export function parameter(name: string): string {
  return `\${{ parameters.${name} }}`;
}
