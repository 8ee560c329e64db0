import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';

/**
 * A set of places in an object. Each place is a path of elements as `fieldsV1` writes them: `f:name` for a
 * field, `k:{…}` for a list item by its keys, `v:…` for an item of a set.
 * @internal
 */
export class FieldSet {
  readonly #paths: Map<string, readonly string[]>;

  constructor(paths: Iterable<readonly string[]> = []) {
    this.#paths = new Map([...paths].map(path => [keyOf(path), path]));
  }

  static fromFieldsV1(fields: unknown): FieldSet {
    const paths: string[][] = [];
    collect(fields, [], paths);
    return new FieldSet(paths);
  }

  get size(): number {
    return this.#paths.size;
  }

  paths(): readonly (readonly string[])[] {
    return [...this.#paths.values()];
  }

  has(path: readonly string[]): boolean {
    return this.#paths.has(keyOf(path));
  }

  union(other: FieldSet): FieldSet {
    return new FieldSet([...this.#paths.values(), ...other.paths()]);
  }

  minus(other: FieldSet): FieldSet {
    return new FieldSet(this.paths().filter(path => !other.has(path)));
  }

  intersect(other: FieldSet): FieldSet {
    return new FieldSet(this.paths().filter(path => other.has(path)));
  }

  filter(keep: (path: readonly string[]) => boolean): FieldSet {
    return new FieldSet(this.paths().filter(keep));
  }

  toFieldsV1(): JsonObject {
    const root: JsonObject = {};
    for (const path of [...this.paths()].sort(byKey)) {
      let node = root;
      for (const element of path) {
        const child = node[element];
        const next = isObject(child) ? child : {};
        node[element] = next;
        node = next;
      }
      node['.'] = {};
    }
    return dropLeafDots(root);
  }
}

function keyOf(path: readonly string[]): string {
  return path.join('\u0000');
}

function byKey(left: readonly string[], right: readonly string[]): number {
  return keyOf(left) < keyOf(right) ? -1 : 1;
}

/** `{}` means the place itself; a dot is needed only where there are also places below it. */
function dropLeafDots(node: JsonObject): JsonObject {
  const keys = Object.keys(node);
  if (keys.length === 1 && keys[0] === '.') {
    return {};
  }
  for (const key of keys) {
    const child = node[key];
    if (key !== '.' && isObject(child)) {
      node[key] = dropLeafDots(child);
    }
  }
  return node;
}

function collect(node: unknown, path: string[], into: string[][]): void {
  if (!isObject(node)) {
    return;
  }
  const keys = Object.keys(node);
  if (path.length > 0 && (keys.length === 0 || keys.includes('.'))) {
    into.push(path);
  }
  for (const key of keys) {
    if (key !== '.') {
      collect(node[key], [...path, key], into);
    }
  }
}
