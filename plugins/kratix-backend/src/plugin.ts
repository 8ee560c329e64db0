import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { kratixServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import { registerGetRequest } from './agent/getRequest';
import { registerListPromises } from './agent/listPromises';
import {
  kratixRequestResourceRef,
  KratixAuthorizer,
  registerKratixPermissions,
} from './authorization';
import { OrderAuthorizer } from './authorization/OrderAuthorizer';
import { kratixOrderResourceRef } from './authorization/orderRules';
import { HintPublisher } from './hints/HintPublisher';
import { createKratixRouter } from './router';
import { CatalogProblemReader } from './state/CatalogProblemReader';
import { DeliveryReader } from './state/DeliveryReader';

/**
 * What the browser and agents may ask of Kratix Portal, at `/api/kratix`.
 * @public
 */
export const kratixPlugin = createBackendPlugin({
  pluginId: 'kratix',
  register(env) {
    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        discovery: coreServices.discovery,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        kratix: kratixServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootConfig: coreServices.rootConfig,
        signals: signalsServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(services) {
        const { actionsRegistry, httpRouter, permissionsRegistry } = services;
        registerKratixPermissions(permissionsRegistry, services.kratix);
        const authorizer = new KratixAuthorizer(
          services.permissions,
          createConditionAuthorizer(
            permissionsRegistry.getPermissionRuleset(kratixRequestResourceRef),
          ),
        );
        const deliveries = new DeliveryReader({ ...services, nowMs: Date.now });
        const orders = new OrderAuthorizer(
          services.permissions,
          createConditionAuthorizer(
            permissionsRegistry.getPermissionRuleset(kratixOrderResourceRef),
          ),
        );
        const catalogProblems = new CatalogProblemReader({
          ...services,
          nowMs: Date.now,
        });
        const context = {
          ...services,
          authorizer,
          catalogProblems,
          deliveries,
          orders,
        };

        registerListPromises(actionsRegistry, context);
        registerGetRequest(actionsRegistry, context);
        HintPublisher.start(services);
        httpRouter.use(createKratixRouter(context));
        httpRouter.addAuthPolicy({ path: '/health', allow: 'unauthenticated' });
      },
    });
  },
});
