/**
 * For the old frontend system, which takes form decorators from the scaffolder's own API:
 *
 * ```ts
 * createApiFactory({
 *   api: formDecoratorsApiRef, // '@backstage/plugin-scaffolder/alpha'
 *   deps: {},
 *   factory: () =>
 *     DefaultScaffolderFormDecoratorsApi.create({
 *       decorators: [kratixUserTokenDecorator],
 *     }),
 * });
 * ```
 */
export { kratixUserTokenDecorator } from '../userToken/userTokenDecorator';
