const createBackstageConfig = require('@backstage/cli/config/eslint-factory');

/**
 * The lint rules of every package: Backstage's, and those of our style guide
 * (CONTRIBUTING.md) that a linter can see. `extra` is what the factory of
 * `@backstage/cli` takes.
 */
module.exports = function createPackageConfig(directory, extra = {}) {
  return createBackstageConfig(directory, {
    ...extra,
    rules: {
      '@backstage/no-mixed-plugin-imports': 'error',
      ...extra.rules,
    },
    overrides: [
      {
        files: ['**/*.ts?(x)'],
        rules: {
          // Read top-down: the exported thing first, what it uses below it.
          '@typescript-eslint/no-use-before-define': [
            'error',
            { functions: false, classes: false, variables: false },
          ],
          // The compiler sees a switch that forgets a case; a default hides it.
          'consistent-return': 'off',
          'default-case': 'off',
          '@typescript-eslint/no-explicit-any': 'error',
          '@typescript-eslint/no-non-null-assertion': 'error',
          'no-restricted-syntax': [
            'error',
            {
              selector: 'TSEnumDeclaration',
              message:
                'Use a union of strings: it needs no import and no code.',
            },
          ],
        },
      },
      {
        files: ['src/**/*.ts?(x)'],
        excludedFiles: ['**/*.test.*', '**/__*__/**'],
        rules: {
          'max-lines': ['error', budget(200)],
          'max-lines-per-function': ['error', budget(60)],
          'max-depth': ['error', 3],
        },
      },
      ...(extra.overrides ?? []),
    ],
  });
};

/**
 * A file over budget says why in its first lines:
 * `/* eslint-disable max-lines -- one table, read as a whole *\/`. The budget of
 * a function is 40 lines; this is where a machine stops discussing it.
 */
function budget(max) {
  return { max, skipBlankLines: true, skipComments: true };
}
