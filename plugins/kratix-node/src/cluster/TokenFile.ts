import { KubernetesError } from './KubernetesError';
import { readAccessFile } from './readAccessFile';

// As often as client-go reads it again; Kubernetes rotates a Pod's token long before it expires.
const FRESH_MS = 60_000;

/**
 * A token that somebody else keeps fresh in a file, such as the kubelet.
 * @internal
 */
export class TokenFile {
  readonly #path: string;
  #last?: { readonly token: string; readonly readAt: number };

  constructor(path: string) {
    this.#path = path;
  }

  async read(): Promise<string> {
    const now = Date.now();
    if (!this.#last || now - this.#last.readAt > FRESH_MS) {
      this.#last = { token: await this.#readFile(), readAt: now };
    }
    return this.#last.token;
  }

  // Without a token the API server takes somebody for `system:anonymous`, and forbids instead of saying why.
  async #readFile(): Promise<string> {
    const text = await readAccessFile(this.#path);
    const token = text.toString('utf8').trim();
    if (token === '') {
      throw new KubernetesError(
        'misconfigured',
        `The file ${
          this.#path
        } holds no token; check kratix.platforms[].connection`,
      );
    }
    return token;
  }
}
