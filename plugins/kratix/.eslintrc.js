module.exports = require('../../scripts/lint/createPackageConfig.cjs')(
  __dirname,
  {
    rules: {
      // What scrolls has to be reachable with the keyboard.
      'jsx-a11y/no-noninteractive-tabindex': [
        'error',
        { tags: ['pre', 'code'], roles: ['tabpanel', 'region'] },
      ],
    },
  },
);
