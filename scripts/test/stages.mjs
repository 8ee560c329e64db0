import { checkArrows } from '../arrows/checkArrows.mjs';
import { checkTour } from '../tour/checkTour.mjs';
import { runBrowserStories } from '../browser/runBrowserStories.mjs';
import { runRealStages } from '../real/runRealStages.mjs';
import { asCheck, command } from './command.mjs';
import { runJest } from './runJest.mjs';
import { runNodeTests } from './runNodeTests.mjs';

// The first: packages of this repository are resolved to their sources. The
// second: members of an interface may be named well enough.
const omittedMessages = 'ae-wrong-input-file-type,ae-undocumented';
const unpublished = 'packages/@(contract|real-platform)';
const backstageCli = 'node_modules/@backstage/cli/bin/backstage-cli';

/**
 * Everything that `npm test` does, on the two cores of a small machine: the types
 * keep one of them busy for minutes, everything else up to jest the other. The
 * browser and real Kratix need both.
 *
 * A stage returns `{ passed, failed, skipped, output }`.
 */
export const lanes = [
  [
    [
      {
        name: 'types',
        run: command('node_modules/typescript/bin/tsc', ['--pretty', 'false']),
      },
      {
        name: 'api-reports',
        run: command(
          'node_modules/@backstage/repo-tools/bin/backstage-repo-tools',
          [
            ...['api-reports', '--ci', '--exclude', unpublished],
            ...['--omit-messages', omittedMessages],
          ],
          'Look at what changed in the public API, then write it down: yarn api-reports',
        ),
      },
    ],
    [
      { name: 'arrows', run: asCheck(checkArrows) },
      { name: 'tour', run: asCheck(checkTour) },
      { name: 'scripts', run: runNodeTests },
      {
        name: 'formats',
        run: command(
          'node_modules/prettier/bin-prettier.js',
          ['--check', '--loglevel', 'warn', '.'],
          'yarn format puts it right.',
        ),
      },
      {
        name: 'packages',
        run: command(
          backstageCli,
          ['repo', 'fix', '--publish', '--check'],
          'yarn fix puts it right.',
        ),
      },
      {
        name: 'config',
        run: command(backstageCli, [
          ...['config:check', '--strict', '--config', 'app-config.yaml'],
        ]),
      },
      {
        name: 'lint',
        run: command(backstageCli, ['repo', 'lint', '--max-warnings', '0']),
      },
      { name: 'jest', run: runJest },
    ],
  ],
  [[{ name: 'browser', run: runBrowserStories }]],
  [[{ name: 'real', run: runRealStages }]],
];
