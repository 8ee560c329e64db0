import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { kratixServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { createApplyAction } from './actions/apply/applyAction';
import { createDeleteAction } from './actions/delete/deleteAction';
import { createOpenPullRequestAction } from './actions/pullRequest/openPullRequestAction';
import { createPreviewAction } from './actions/preview/previewAction';
import { createRenderAction } from './actions/render/renderAction';
import { createWaitAction } from './actions/wait/waitAction';
import { createApplyPromiseAction } from './promotion/applyPromiseAction';
import { createRenderPromiseAction } from './promotion/renderPromiseAction';
import { createRolloutAction } from './rollout/rolloutAction';

/**
 * What a Template may do with Kratix: actions `kratix:resource:*`.
 * @public
 */
export const scaffolderModuleKratix = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'kratix',
  register(reg) {
    reg.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        kratix: kratixServiceRef,
        permissions: coreServices.permissions,
        rootConfig: coreServices.rootConfig,
        urlReader: coreServices.urlReader,
        userInfo: coreServices.userInfo,
      },
      async init({ actions, ...services }) {
        actions.addActions(
          createApplyAction(services),
          createWaitAction(services),
          createDeleteAction(services),
          createRenderAction(services),
          createPreviewAction(services),
          createOpenPullRequestAction(services),
          createRolloutAction(services),
          createRenderPromiseAction(services),
          createApplyPromiseAction(services),
        );
      },
    });
  },
});
