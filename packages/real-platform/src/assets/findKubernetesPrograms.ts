import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { buildGoModule } from './buildGoModule';
import type { FindOptions } from './FindOptions';
import { goToolProblem } from './goToolProblem';
import type { Found, KubernetesPrograms } from './Programs';

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
  const etcdFolder = etcd
    ? ''
    : await buildGoModule('etcd', GO_PROGRAMS.etcd, options);
  const isKubernetesComplete =
    kubeApiserver && kubeControllerManager && kubectl;
  const kubernetesFolder = isKubernetesComplete
    ? ''
    : await buildGoModule('kubernetes', GO_PROGRAMS.kubernetes, options);
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

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}
