import { access } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where a version of Kratix keeps what it is built from, below its module.
 *
 * @internal
 */
export interface KratixLayout {
  /** The folder of the manager's main package. */
  manager: string;
  /** The folder of the pipeline adapter's main package. */
  adapter: string;
  /** Until the adapter was one program (2025), its image had these beside it, as shell scripts. */
  adapterScripts: string | undefined;
}

/** Newest first: at ae170e22, and at v0.125.0 with its Dockerfiles. */
const MANAGERS = ['cmd', '.'] as const;
const ADAPTERS = ['work-creator', 'work-creator/pipeline/cmd'] as const;
const SCRIPTS = ['work-creator/scripts'] as const;

/**
 * Finds what a version of Kratix is built from, wherever it has moved since.
 *
 * @internal
 */
export async function findKratixLayout(module: string): Promise<KratixLayout> {
  const firstWith = async (folders: readonly string[], file: string) => {
    for (const folder of folders) {
      if (await exists(join(module, folder, file))) {
        return folder;
      }
    }
    return undefined;
  };
  const manager = await firstWith(MANAGERS, 'main.go');
  const adapter = await firstWith(ADAPTERS, 'main.go');
  if (!manager || !adapter) {
    throw new Error(
      'This version of Kratix has its main packages where nobody looked for them; see findKratixLayout',
    );
  }
  return {
    manager,
    adapter,
    adapterScripts: await firstWith(SCRIPTS, 'update-status'),
  };
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
