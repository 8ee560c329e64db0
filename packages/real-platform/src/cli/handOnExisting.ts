import { rm, writeFile } from 'node:fs/promises';
import { findUnfit } from '../existing/findUnfit';
import { openExistingPlatform } from '../existing/openExistingPlatform';

/**
 * Hands on the cluster that somebody lends, until interrupted. Answers with why it does not do, if it
 * does not; throws when its owner did not allow it.
 *
 * @internal
 */
export async function handOnExisting(options: {
  say: (sentence: string) => void;
  kubeconfigPath: string | undefined;
  isWithoutKratix: boolean;
  untilInterrupted: () => Promise<void>;
}): Promise<string | undefined> {
  const { say, kubeconfigPath } = options;
  const platform = await openExistingPlatform(process.env);
  if (!platform) {
    throw new Error(
      'Say which cluster: KRATIX_PORTAL_TEST_CLUSTER is to be the name of the current context of your kubeconfig',
    );
  }
  const unfit = options.isWithoutKratix
    ? []
    : await findUnfit(platform.kubeConfig);
  if (unfit.length > 0) {
    return `The cluster of context "${
      platform.context
    }" does not do. ${unfit.join(' ')}`;
  }
  if (kubeconfigPath) {
    const text = platform.kubeConfig.exportConfig();
    await writeFile(kubeconfigPath, text, { mode: 0o600 });
  }
  const interrupted = options.untilInterrupted();
  say(
    `The API server is ${platform.url}, of context "${platform.context}", which its owner meant for tests.`,
  );
  process.send?.({ existing: platform.context });
  await interrupted;
  if (kubeconfigPath) {
    await rm(kubeconfigPath, { force: true });
  }
  return undefined;
}
