import { KubernetesError } from '../failures/KubernetesError';
import { readAccessFile } from './readAccessFile';

// As often as client-go reads it again; Kubernetes rotates a Pod's token long before it expires.
const FRESH_MS = 60_000;

/**
 * Told once when a token can no longer be read again, with the reason, and once when it can.
 * @internal
 */
export type TokenFileListener = (problem: string | undefined) => void;

/**
 * A token that somebody else keeps fresh in a file, such as the kubelet. While a file that held one cannot be
 * read, as in the moment of its rotation, the token it held is used: the API server knows how long that is
 * good, and says so.
 * @internal
 */
export class TokenFile {
  readonly #path: string;
  readonly #listener: TokenFileListener;
  #last?: { readonly token: string; readonly readAt: number };
  #isStale = false;

  constructor(path: string, listener: TokenFileListener = () => {}) {
    this.#path = path;
    this.#listener = listener;
  }

  async read(): Promise<string> {
    const now = Date.now();
    const last = this.#last;
    if (last && !this.#isStale && now - last.readAt <= FRESH_MS) {
      return last.token;
    }
    try {
      const token = await this.#readFile();
      this.#last = { token, readAt: now };
      this.#tell(undefined);
      return token;
    } catch (error) {
      const known = this.#last;
      if (!known || !(error instanceof KubernetesError)) {
        throw error;
      }
      this.#tell(error.message);
      return known.token;
    }
  }

  // Requests come together: the first to know says it.
  #tell(problem: string | undefined): void {
    const isStale = problem !== undefined;
    if (isStale !== this.#isStale) {
      this.#isStale = isStale;
      this.#listener(problem);
    }
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
