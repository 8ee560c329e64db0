import type { Cluster } from '../../apiserver/cluster';
import { resources } from '../vocabulary/resources';
import type { Manifest } from './applyManifest';
import { applyManifest, parseManifest } from './applyManifest';

/** A manifest that could not be applied. @public */
export interface ManifestProblem {
  /** `<kind> <namespace>/<name>` */
  object: string;
  message: string;
}

// What others need comes first; everything else after Promises have brought their kinds.
const order = [
  'Namespace',
  'CustomResourceDefinition',
  'GitStateStore',
  'BucketStateStore',
  'Destination',
  'Promise',
];

const longestWaitMs = 30_000;

/**
 * Applies documents in an order that works, and waits for kinds that a Promise among them brings. A bad
 * document costs only itself: the answer lists what could not be applied, and why.
 * @public
 */
export async function loadManifests(
  cluster: Cluster,
  documents: readonly unknown[],
): Promise<readonly ManifestProblem[]> {
  const problems: ManifestProblem[] = [];
  const manifests = documents
    .flatMap(document => parseManifest(document) ?? [])
    .sort((a, b) => rank(a) - rank(b));
  const left = applyAll(cluster, manifests, problems);
  return left.length === 0
    ? problems
    : new Promise(resolve => {
        waitForKinds(cluster, left, {
          problems,
          done: () => resolve(problems),
        });
      });
}

function rank({ kind }: Manifest): number {
  const index = order.indexOf(kind);
  return index < 0 ? order.length : index;
}

function waitForKinds(
  cluster: Cluster,
  manifests: readonly Manifest[],
  options: { problems: ManifestProblem[]; done: () => void },
): void {
  let left = manifests;
  const finish = () => {
    unsubscribe();
    cancel();
    options.done();
  };
  const unsubscribe = cluster.subscribe(event => {
    if (event.gvr.resource === resources.crds.resource) {
      left = applyAll(cluster, left, options.problems);
      if (left.length === 0) {
        finish();
      }
    }
  });
  const cancel = cluster.clock.after(longestWaitMs, () => {
    options.problems.push(
      ...left.map(manifest => ({
        object: describe(manifest),
        message: `no matches for kind "${manifest.kind}" in version "${manifest.apiVersion}"`,
      })),
    );
    finish();
  });
}

/** Answers those whose kind is not served yet. */
function applyAll(
  cluster: Cluster,
  manifests: readonly Manifest[],
  problems: ManifestProblem[],
): readonly Manifest[] {
  return manifests.filter(manifest => {
    try {
      return (
        applyManifest(cluster, manifest, { fieldManager: 'examples' }) ===
        undefined
      );
    } catch (error) {
      problems.push({
        object: describe(manifest),
        message: error instanceof Error ? error.message : String(error),
      });
      return false;
    }
  });
}

function describe({ kind, namespace, name }: Manifest): string {
  return `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
}
