import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce, cacheKey, findBuilt } from './buildCache';
import { goToolProblem } from './goToolProblem';
import type { Found, KubernetesPrograms } from './Programs';
import { runGo } from './runGo';

/** Program → the main package that it is built from, by pinned Go module. */
const GO_PROGRAMS = {
  etcd: { etcd: 'go.etcd.io/etcd/server/v3' },
  kubernetes: {
    'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
    'kube-controller-manager': 'k8s.io/kubernetes/cmd/kube-controller-manager',
    kubectl: 'k8s.io/kubernetes/cmd/kubectl',
  },
} as const;

/**
 * Where to look for programs, and where to put what must be built.
 *
 * @internal
 */
export interface FindOptions {
  env: NodeJS.ProcessEnv;
  /** The package's own `go` folder, with one pinned module per program set. */
  goFolder: string;
  cacheFolder: string;
  building: 'allowed' | 'never';
  report: (sentence: string) => void;
}

/**
 * The Kubernetes programs: each from `KUBEBUILDER_ASSETS` when it is there, the
 * others built from their pinned Go modules. (The envtest bundle has no
 * kube-controller-manager, so a folder of that kind is completed, not refused.)
 *
 * @internal
 */
export async function findKubernetesPrograms(
  options: FindOptions,
): Promise<Found<KubernetesPrograms>> {
  const given = options.env.KUBEBUILDER_ASSETS;
  const fromEnvironment = async (program: string) =>
    given && (await isExecutable(join(given, program)))
      ? join(given, program)
      : undefined;

  const etcd = await fromEnvironment('etcd');
  const kubeApiserver = await fromEnvironment('kube-apiserver');
  const kubeControllerManager = await fromEnvironment(
    'kube-controller-manager',
  );
  const kubectl = await fromEnvironment('kubectl');
  if (etcd && kubeApiserver && kubeControllerManager && kubectl) {
    return {
      ok: true,
      value: { etcd, kubeApiserver, kubeControllerManager, kubectl },
    };
  }

  const problem = await goToolProblem();
  if (problem) {
    return {
      ok: false,
      problem: `etcd, kube-apiserver, kube-controller-manager and kubectl are not all in KUBEBUILDER_ASSETS (${
        given ?? 'not set'
      }), and they cannot be built: ${problem}`,
    };
  }
  const etcdFolder = etcd ? '' : await buildModule('etcd', options);
  const isKubernetesComplete =
    kubeApiserver && kubeControllerManager && kubectl;
  const kubernetesFolder = isKubernetesComplete
    ? ''
    : await buildModule('kubernetes', options);
  if (etcdFolder === undefined || kubernetesFolder === undefined) {
    return {
      ok: false,
      problem:
        'etcd or Kubernetes is not built yet, and building was not allowed here; start packages/real-platform/bin/real-platform once',
    };
  }
  return {
    ok: true,
    value: {
      etcd: etcd ?? join(etcdFolder, 'etcd'),
      kubeApiserver: kubeApiserver ?? join(kubernetesFolder, 'kube-apiserver'),
      kubeControllerManager:
        kubeControllerManager ??
        join(kubernetesFolder, 'kube-controller-manager'),
      kubectl: kubectl ?? join(kubernetesFolder, 'kubectl'),
    },
  };
}

async function buildModule(
  module: keyof typeof GO_PROGRAMS,
  options: FindOptions,
): Promise<string | undefined> {
  const source = join(options.goFolder, module);
  const goMod = await readFile(join(source, 'go.mod'), 'utf8');
  const goSum = await readFile(join(source, 'go.sum'), 'utf8');
  const linkerFlags = buildLinkerFlags(goMod);
  const key = cacheKey(module, [goMod, goSum, linkerFlags]);
  if (options.building === 'never') {
    return await findBuilt(options.cacheFolder, key);
  }
  return await buildOnce(options.cacheFolder, key, async folder => {
    for (const [program, main] of Object.entries(GO_PROGRAMS[module])) {
      options.report(
        `Building ${program} from its Go module; this happens once and can take minutes.`,
      );
      await runGo(
        [
          'build',
          '-p',
          '2',
          '-mod=readonly',
          '-trimpath',
          '-ldflags',
          linkerFlags,
          '-o',
          join(folder, program),
          main,
        ],
        { folder: source },
      );
    }
  });
}

/**
 * Without its version linked in, Kubernetes calls itself v0.0.0-master, and
 * `kubectl version` and the portal's version line would show that.
 *
 * @internal
 */
export function buildLinkerFlags(goMod: string): string {
  const version = /k8s\.io\/kubernetes (v\d+\.\d+\.\d+)/.exec(goMod)?.[1];
  const flags = ['-s', '-w'];
  if (version) {
    const [major, minor] = version.slice(1).split('.');
    const target = 'k8s.io/component-base/version';
    flags.push(
      `-X ${target}.gitVersion=${version}`,
      `-X ${target}.gitMajor=${major}`,
      `-X ${target}.gitMinor=${minor}`,
    );
  }
  return flags.join(' ');
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
