import type { ServerResponse } from 'node:http';

/** A client that reads this much too slowly is cut off, as the API server does. */
const maxBufferedBytes = 256 * 1024 * 1024;

/** The open answer to a watch: one JSON event for each line. @internal */
export class WatchStream {
  readonly #res: ServerResponse;
  readonly #isCorrupted: boolean;

  constructor(res: ServerResponse, options: { isCorrupted: boolean }) {
    this.#res = res;
    this.#isCorrupted = options.isCorrupted;
    res.writeHead(200, {
      'content-type': 'application/json',
      'cache-control': 'no-cache, private',
    });
    res.flushHeaders();
  }

  write(type: string, object: unknown): void {
    if (this.#res.destroyed || this.#res.writableEnded) {
      return;
    }
    const line = `${JSON.stringify({ type, object })}\n`;
    this.#res.write(
      this.#isCorrupted ? `${line.slice(0, line.length / 2)}\n` : line,
    );
    if (this.#res.writableLength > maxBufferedBytes) {
      this.#res.destroy();
    }
  }

  end(): void {
    this.#res.end();
  }

  onClose(callback: () => unknown): void {
    this.#res.once('close', callback);
  }
}
