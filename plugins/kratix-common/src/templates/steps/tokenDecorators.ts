import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixFormDecorators } from '../../contracts/actions';
import type { Platform } from '../../model';

/**
 * What a Template has the browser do before a task starts: bring the person's own token, where the platform is
 * asked with it.
 * @internal
 */
export function tokenDecorators({
  identity,
}: Pick<Platform, 'identity'>): Pick<
  TemplateEntityV1beta3['spec'],
  'formDecorators'
> {
  return identity === 'user-token'
    ? { formDecorators: [{ id: kratixFormDecorators.userToken }] }
    : {};
}
