import { isError } from '@backstage/errors';
import { explainPlatformError } from '../../errors/explainPlatformError';
import type { Target } from '../../platform/chooseTarget';
import type { RenderContext } from './renderRequest';

/**
 * Asks the platform, in the person's name. Where requests come from a repository, people often may not write
 * to the platform; then nobody but the reviewer can check it.
 * @internal
 */
export async function askPlatform(
  target: Target,
  { logger, input }: RenderContext,
  trial: () => Promise<unknown>,
): Promise<void> {
  const { platform } = target;
  const what = `${input.promise} ${input.namespace}/${input.name}`;
  try {
    await explainPlatformError(trial, { platform, toDo: `write ${what}` });
    logger.info(`${platform.title} would accept ${what}`);
  } catch (error) {
    if (!isError(error) || error.name !== 'NotAllowedError') {
      throw error;
    }
    logger.warn(
      `${platform.title} could not be asked whether it would take ${what}, since you have no right to write there: ${error.message}`,
    );
  }
}
