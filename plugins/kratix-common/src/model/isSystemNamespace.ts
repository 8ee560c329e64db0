/**
 * Whether a namespace is one of Kubernetes or of Kratix itself, as far as its name tells: forms suggest these only
 * where the configuration asks for them, and nobody is asked who may order there.
 *
 * The `kube-` prefix is reserved (Kubernetes docs, "Namespaces"); Kratix has kratix-platform-system and
 * kratix-worker-system.
 * @public
 */
export function isSystemNamespace(name: string): boolean {
  return name.startsWith('kube-') || name.startsWith('kratix-');
}
