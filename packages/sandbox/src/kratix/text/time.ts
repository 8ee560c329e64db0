/** RFC 3339 in whole seconds, as Kubernetes writes `metav1.Time`. @internal */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** RFC 3339 with microseconds, as Kubernetes writes `metav1.MicroTime`. @internal */
export function microTimestamp(ms: number): string {
  return new Date(ms).toISOString().replace(/Z$/, '000Z');
}

/** As Go prints a time of its own accord (time `Time.String`), in UTC. @internal */
export function goTime(ms: number): string {
  const [date, time = ''] = new Date(ms).toISOString().split('T');
  return `${date} ${time.replace('Z', '')} +0000 UTC`;
}

/** Milliseconds of an RFC 3339 text; undefined when it is none. @internal */
export function millisecondsOf(text: unknown): number | undefined {
  const ms = typeof text === 'string' ? Date.parse(text) : NaN;
  return Number.isNaN(ms) ? undefined : ms;
}
