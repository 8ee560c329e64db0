/**
 * Values that earlier answers gave, for later requests.
 * @public
 */
export class Captures {
  readonly #values = new Map<string, string>();

  keep(wanted: Readonly<Record<string, string>>, body: unknown): void {
    for (const [name, path] of Object.entries(wanted)) {
      const value = path
        .split('.')
        .reduce<unknown>(
          (at, part) => (at as Record<string, unknown> | undefined)?.[part],
          body,
        );
      if (typeof value !== 'string') {
        throw new Error(`The answer has no text at ${path}`);
      }
      this.#values.set(name, value);
    }
  }

  /** Replaces `{name}` in text, at any depth. A name that nothing gave is left alone: JSON has braces too. */
  fill<T>(value: T): T {
    if (typeof value === 'string') {
      return value.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const captured = this.#values.get(name);
        return captured === undefined ? whole : captured;
      }) as T;
    }
    if (Array.isArray(value)) {
      return value.map(item => this.fill(item)) as T;
    }
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([key, child]) => [key, this.fill(child)]),
      ) as T;
    }
    return value;
  }
}
