import { createTranslationRef } from '@backstage/frontend-plugin-api';
import { menuMessages } from './messages/menuMessages';

/**
 * The texts of the items that Kratix adds to an entity's menu. They stand apart from `kratixTranslationRef`
 * because a menu must know its titles at once, on every page: all other texts are loaded with what shows them.
 * @public
 */
export const kratixMenuTranslationRef = createTranslationRef({
  id: 'plugin.kratix.menu',
  messages: menuMessages,
});
