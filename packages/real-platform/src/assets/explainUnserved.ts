import {
  KRATIX_MODULE,
  lastRelease,
  type KratixVersion,
} from './chooseKratixVersion';
import { runGo } from './runGo';

/**
 * What helps when a version of Kratix cannot be had. A module proxy need not
 * serve a commit that has no tag: then the release before it may still be
 * served, which one small request tells.
 *
 * @internal
 */
export async function explainUnserved({
  version,
}: KratixVersion): Promise<string> {
  const release = lastRelease(version);
  const isServed = release !== version && (await isVersionServed(release));
  return [
    'The Go module proxy does not serve it.',
    isServed
      ? `The last release before it, ${release}, is served: KRATIX_VERSION=${release} builds that one.`
      : 'KRATIX_VERSION names another version to build;',
    'KRATIX_ASSETS names a folder of programs that are built already.',
  ].join(' ');
}

async function isVersionServed(version: string): Promise<boolean> {
  return runGo(['list', '-m', `${KRATIX_MODULE}@${version}`]).then(
    () => true,
    () => false,
  );
}
