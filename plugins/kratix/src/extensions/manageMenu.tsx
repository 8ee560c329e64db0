import { EntityContextMenuItemBlueprint } from '@backstage/plugin-catalog-react/alpha';
import {
  RiDeleteBinLine,
  RiPauseLine,
  RiPlayLine,
  RiRestartLine,
} from '@remixicon/react';
import { useMenuOperation } from './useMenuOperation';
import { useRemoveLink } from './useRemoveLink';
import { requestFilter } from './entityFilters';

/** `entity-context-menu-item:kratix/rerun` @internal */
export const rerunMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'rerun',
  params: {
    icon: <RiRestartLine />,
    filter: requestFilter,
    useProps: () => useMenuOperation('rerun'),
  },
});

/** `entity-context-menu-item:kratix/pause` @internal */
export const pauseMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'pause',
  params: {
    icon: <RiPauseLine />,
    filter: requestFilter,
    useProps: () => useMenuOperation('pause'),
  },
});

/** `entity-context-menu-item:kratix/resume` @internal */
export const resumeMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'resume',
  params: {
    icon: <RiPlayLine />,
    filter: requestFilter,
    useProps: () => useMenuOperation('unpause'),
  },
});

/** `entity-context-menu-item:kratix/remove` @internal */
export const removeMenuItem = EntityContextMenuItemBlueprint.make({
  name: 'remove',
  params: {
    icon: <RiDeleteBinLine />,
    filter: requestFilter,
    useProps: useRemoveLink,
  },
});
