import { buildGoModule } from './buildGoModule';
import type { FindOptions } from './FindOptions';
import { goToolProblem } from './goToolProblem';
import type { Found } from './Programs';

/** What stands for an image and is built from a pinned Go module, as the image itself is. */
const GO_IMAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  yq: { yq: 'github.com/mikefarah/yq/v4' },
};

/**
 * The folder with the programs of a module of the folder `go`, built where that
 * has not happened yet.
 *
 * @internal
 */
export async function findImagePrograms(
  module: string,
  options: FindOptions,
): Promise<Found<string>> {
  const programs = GO_IMAGES[module];
  if (!programs) {
    return {
      ok: false,
      problem: `There is no Go module "${module}" of images`,
    };
  }
  const built = await buildGoModule(module, programs, {
    ...options,
    building: 'never',
  });
  if (built) {
    return { ok: true, value: built };
  }
  const problem = await goToolProblem();
  const folder = problem
    ? undefined
    : await buildGoModule(module, programs, options);
  return folder
    ? { ok: true, value: folder }
    : {
        ok: false,
        problem: `${module} is not built yet, and cannot be built: ${
          problem ?? 'building was not allowed here'
        }`,
      };
}
