import { resolve } from 'node:path';
import { inRepository } from '../toolchain/repository.mjs';
import { startProgress } from '../toolchain/startProgress.mjs';
import { endedTooEarly } from '../processes/createSupervisor.mjs';
import { readLogLine } from './readLogLine.mjs';
import { typescriptArgs } from './typescript.mjs';
import { waitFor } from './waitFor.mjs';

/** Starts Backstage, which serves its API and the built app on one port. */
export async function startBackend({ supervisor, options, sandbox }) {
  const url = `http://localhost:${options.port}`;
  const log = inRepository('.sandbox', `portal-${options.port}.log`);
  const state = { ended: undefined, isUp: false };
  const progress = startProgress('Starting the portal');
  const child = supervisor.start({
    title: 'The portal',
    args: [
      ...typescriptArgs,
      ...(options.nodeArgs ?? []),
      'src/index.ts',
      ...configArgs(options.config),
    ],
    cwd: inRepository('packages', 'backend'),
    env: { ...process.env, ...environment({ options, url, sandbox }) },
    log,
    onLine: line => printIfTelling(line, options.verbose),
    onExit: ending => {
      state.ended = ending;
      if (state.isUp) {
        supervisor.fail(endedTooEarly(ending));
      }
    },
  });
  try {
    await waitForPage({ options, state });
  } catch (error) {
    progress.done(false);
    throw error;
  }
  state.isUp = true;
  progress.done(true);
  return { url, log, process: child };
}

function configArgs(files) {
  return files.flatMap(file => ['--config', resolve(file)]);
}

function environment({ options, url, sandbox }) {
  return {
    // Guests may sign in, and backends need no shared secret, in development only.
    NODE_ENV: 'development',
    APP_CONFIG_app_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_baseUrl: JSON.stringify(url),
    APP_CONFIG_backend_cors_origin: JSON.stringify(url),
    APP_CONFIG_backend_listen_port: options.port,
    APP_CONFIG_backend_listen_host: JSON.stringify(options.host),
    ...(sandbox && { KRATIX_PORTAL_KUBECONFIG: sandbox.kubeconfig }),
    ...options.env,
  };
}

async function waitForPage({ options, state }) {
  const base = `http://127.0.0.1:${options.port}`;
  const giveUp = () => state.ended && endedTooEarly(state.ended);
  await waitFor({
    what: 'the portal',
    giveUp,
    isThere: async () =>
      (
        await fetch(`${base}/.backstage/health/v1/readiness`)
      ).ok,
  });
  await waitFor({
    what: "the portal's page",
    giveUp,
    isThere: async () =>
      (await (await fetch(base)).text()).includes('id="root"'),
  });
}

function printIfTelling(line, verbose) {
  const { level, text } = readLogLine(line);
  if (verbose || level === 'warn' || level === 'error') {
    console.log(verbose ? line : `  ${level}: ${text}`);
  }
}
