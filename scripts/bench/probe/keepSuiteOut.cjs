const Module = require('node:module');
const { createBackendFeatureLoader } = require('@backstage/backend-plugin-api');

// By name, and by file once an import has found it.
const OURS =
  /^@kratix-portal\/backstage-plugin-|\/plugins\/[\w-]*kratix[\w-]*\/(src|dist)\/index\./;

/** Not even the code of the suite is loaded: whatever asks for it gets a feature that does nothing. */
exports.keepSuiteOut = () => {
  const load = Module._load;
  const nothing = createBackendFeatureLoader({ loader: () => [] });
  Module._load = (request, ...rest) =>
    OURS.test(request)
      ? { __esModule: true, default: nothing }
      : load(request, ...rest);
};
