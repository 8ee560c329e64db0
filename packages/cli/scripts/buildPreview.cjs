// The page of `kratix-portal preview`, for the published package: there a browser's code is not built any more.
const path = require('node:path');
require('@backstage/cli/config/nodeTransform.cjs');

const { buildApp } = require('../src/preview/bundleApp');

buildApp(
  path.resolve(__dirname, '../src/preview/app/previewApp.tsx'),
  path.resolve(__dirname, '../dist/preview'),
);
