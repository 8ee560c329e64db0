/**
 * Texts of the items in an entity's menu.
 * @internal
 */
export const menuMessages = {
  menu: {
    rerun: 'Run again',
    pause: 'Pause',
    unpause: 'Resume',
    remove: 'Remove…',
    asked: 'Asked. The page follows.',
    failed: 'It was not done.',
    incomplete: 'The entity does not say which request it stands for.',
  },
} as const;
