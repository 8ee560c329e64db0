/**
 * The paths of keys that an object of this JSON text has more than once, each said once. The text must be
 * valid JSON; `JSON.parse` itself keeps the last and tells nobody.
 * @internal
 */
export function findDuplicateKeys(text: string): string[] {
  const found = new Set<string>();
  new KeyScanner(text, path => found.add(path)).value('');
  return [...found];
}

class KeyScanner {
  readonly #text: string;
  readonly #report: (path: string) => void;
  #at = 0;

  constructor(text: string, report: (path: string) => void) {
    this.#text = text;
    this.#report = report;
  }

  value(path: string): void {
    switch (this.#peek()) {
      case '{':
        this.#object(path);
        break;
      case '[':
        this.#array(path);
        break;
      case '"':
        this.#string();
        break;
      default:
        this.#match(/[^\s,\]}]+/y);
    }
  }

  #object(path: string): void {
    const seen = new Set<string>();
    this.#at += 1;
    while (this.#peek() === '"') {
      const key = this.#string();
      const keyPath = path === '' ? key : `${path}.${key}`;
      if (seen.has(key)) {
        this.#report(keyPath);
      }
      seen.add(key);
      this.#skip(':');
      this.value(keyPath);
      this.#skip(',');
    }
    this.#skip('}');
  }

  #array(path: string): void {
    this.#at += 1;
    for (let index = 0; ![']', ''].includes(this.#peek()); index += 1) {
      this.value(`${path}[${index}]`);
      this.#skip(',');
    }
    this.#skip(']');
  }

  #string(): string {
    return JSON.parse(this.#match(/"(?:[^"\\]|\\.)*"/y)) as string;
  }

  #skip(symbol: string): void {
    if (this.#peek() === symbol) {
      this.#at += 1;
    }
  }

  #peek(): string {
    this.#match(/\s*/y);
    return this.#text[this.#at] ?? '';
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [text = ''] = pattern.exec(this.#text) ?? [];
    this.#at += text.length;
    return text;
  }
}
