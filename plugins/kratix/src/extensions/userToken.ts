import { FormDecoratorBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { kratixUserTokenDecorator } from '../userToken/userTokenDecorator';

/** `scaffolder-form-decorator:kratix/user-token` @internal */
export const userTokenDecorator = FormDecoratorBlueprint.make({
  name: 'user-token',
  params: { decorator: kratixUserTokenDecorator },
});
