/**
 * The Kubernetes programs that a platform is made of, as absolute paths.
 *
 * @public
 */
export interface KubernetesPrograms {
  etcd: string;
  kubeApiserver: string;
  kubeControllerManager: string;
  kubectl: string;
}

/**
 * What Kratix brings: its two programs and the manifests of its own kinds.
 *
 * @public
 */
export interface KratixAssets {
  /** `cmd` of the Kratix repository. */
  manager: string;
  /** `work-creator` of the Kratix repository: reader, work-creator, update-status. */
  pipelineAdapter: string;
  /** The folder with `platform.kratix.io_*.yaml`. */
  customResourceDefinitions: string;
  /** Kratix's own `config/webhook/manifests.yaml`. */
  webhookManifests: string;
  /**
   * The folder with `reader`, `update-status` and the `yq` that they call, of
   * versions whose adapter was not one program yet.
   */
  adapterScripts?: string;
  /** Of the Go module that it was built from; unknown of a folder that was given. */
  version?: string;
  /** The pinned version, where this is another one. */
  insteadOf?: string;
}

/**
 * Either the thing, or why this machine cannot have it and what would help.
 *
 * @public
 */
export type Found<T> = { ok: true; value: T } | { ok: false; problem: string };
