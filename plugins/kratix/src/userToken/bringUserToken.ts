import type { ErrorApi } from '@backstage/core-plugin-api';
import type { ScaffolderFormDecoratorContext } from '@backstage/plugin-scaffolder-react/alpha';
import { kratixTaskSecrets } from '@kratix-portal/backstage-plugin-kratix-common';
import type { UserTokenApi } from '../api/UserTokenApi';

/**
 * Puts the person's own token among the secrets of the task that is about to start.
 * @internal
 */
export async function bringUserToken(
  { setSecrets }: Pick<ScaffolderFormDecoratorContext, 'setSecrets'>,
  apis: { readonly userToken: UserTokenApi; readonly errors: ErrorApi },
): Promise<void> {
  try {
    const token = await apis.userToken.getToken();
    if (token) {
      setSecrets(secrets => ({
        ...secrets,
        [kratixTaskSecrets.userToken]: token,
      }));
    }
  } catch (error) {
    // A decorator that fails leaves the form waiting for ever (plugin-scaffolder 1.55,
    // TemplateWizardPage). The task says what is missing.
    apis.errors.post(error instanceof Error ? error : new Error(String(error)));
  }
}
