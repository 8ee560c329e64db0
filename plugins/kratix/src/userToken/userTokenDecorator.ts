import { errorApiRef } from '@backstage/core-plugin-api';
import {
  createScaffolderFormDecorator,
  type ScaffolderFormDecorator,
} from '@backstage/plugin-scaffolder-react/alpha';
import { kratixFormDecorators } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixUserTokenApiRef } from '../api/UserTokenApi';
import { bringUserToken } from './bringUserToken';

/**
 * Hands the person's own token to the task as a secret, when the form is sent and never before. It is no
 * parameter: those are stored with the task and shown on its page.
 * @public
 */
export const kratixUserTokenDecorator: ScaffolderFormDecorator =
  createScaffolderFormDecorator({
    id: kratixFormDecorators.userToken,
    deps: { userToken: kratixUserTokenApiRef, errors: errorApiRef },
    decorator: bringUserToken,
  });
