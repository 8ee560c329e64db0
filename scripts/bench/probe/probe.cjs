// Loaded with --require into the backend that is measured: it counts what the
// entity providers send, from outside of them, and answers to the bench over
// the channel of the process. With KRATIX_BENCH_BARE the suite stays out, and a
// bare entity provider sends what the suite had sent.
const backendAppApi = require('@backstage/backend-app-api');
const { createProcessingWatcher } = require('./createProcessingWatcher.cjs');
const { keepSuiteOut } = require('./keepSuiteOut.cjs');
const { readMemory } = require('./readMemory.cjs');

const { KRATIX_BENCH_BARE: bare, KRATIX_BENCH_RECORD: record } = process.env;
const watcher = createProcessingWatcher({ record });
const { createSpecializedBackend } = backendAppApi;

if (bare) {
  keepSuiteOut();
}
backendAppApi.createSpecializedBackend = options => {
  const backend = createSpecializedBackend({
    ...options,
    extensionPointFactoryMiddleware: [
      ...(options.extensionPointFactoryMiddleware ?? []),
      watcher.middleware,
    ],
  });
  if (bare) {
    backend.add(require('./bareProvider.cjs').createBareProvider(bare));
  }
  return backend;
};

const answers = {
  mutations: () => watcher.state,
  memory: readMemory,
};

process.on('message', async ({ id, question }) => {
  const answer = answers[question];
  if (answer) {
    process.send({ id, answer: await answer() });
  }
});
process.channel?.unref();
