import { typescriptArgs } from '../portal/typescript.mjs';
import { runNode } from '../test/command.mjs';
import { readTapResult } from '../test/readTapResult.mjs';

/** Tells the stories of these files in a browser, against a portal that runs. */
export async function tellStories(files, { chromium, artifacts, portal, env }) {
  const { output } = await runNode(
    [
      ...typescriptArgs,
      ...['--test', '--test-reporter=tap', '--test-isolation=none'],
      ...files,
    ],
    {
      NODE_ENV: 'test',
      PORTAL_URL: portal.url,
      PORTAL_KUBECONFIG: portal.kubeconfig,
      PORTAL_SANDBOX_URL: portal.sandboxUrl,
      PORTAL_ARTIFACTS: artifacts,
      CHROMIUM_PATH: chromium,
      ...env,
    },
  );
  const result = readTapResult(output);
  const log = `What the portal printed:\n${portal.output()}`;
  return { ...result, output: `${result.output}\n${log}` };
}
