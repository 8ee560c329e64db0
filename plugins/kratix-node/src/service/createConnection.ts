import type { LoggerService } from '@backstage/backend-plugin-api';
import { HttpKubernetesConnection } from '../cluster/HttpKubernetesConnection';
import { KubeConfigSource } from '../cluster/access/KubeConfigSource';
import type { PlatformConfig } from '../config/KratixConfig';

/** The way to one platform. Says once when its token cannot be read again, and once when it can. @internal */
export function createConnection(
  config: PlatformConfig,
  logger: LoggerService,
): HttpKubernetesConnection {
  const platform = config.platform.name;
  return new HttpKubernetesConnection(
    new KubeConfigSource(config.connection, problem => {
      if (problem === undefined) {
        logger.info('The token of the Kratix platform can be read again', {
          platform,
        });
      } else {
        logger.warn(
          'The token of the Kratix platform cannot be read again, going on with the one that is known',
          { platform, reason: problem },
        );
      }
    }),
  );
}
