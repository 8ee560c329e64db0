module.exports = require('../../scripts/lint/createPackageConfig.cjs')(
  __dirname,
);
