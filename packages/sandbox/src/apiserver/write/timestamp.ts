/** Kubernetes' `metav1.Time`: whole seconds in UTC. @internal */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace(/\.\d{3}Z$/, 'Z');
}
