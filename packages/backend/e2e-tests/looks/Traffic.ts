import type { Page, Request } from 'playwright-core';

/** An answer that has begun and does not end in this time is a stream: it stays open. */
const STREAM_MS = 5_000;

/**
 * What a page asks the server. What it asks again, once it was answered, it asks to stay right: that does not
 * count, so that a page which asks for ever comes to rest.
 */
export class Traffic {
  readonly #begunAt = new Map<Request, number>();
  readonly #answered = new Set<string>();
  #asked = 0;

  constructor(page: Page) {
    page.on('request', request => {
      if (!this.#answered.has(toQuestion(request))) {
        this.#asked += 1;
        this.#begunAt.set(request, Number.POSITIVE_INFINITY);
      }
    });
    page.on('response', response => {
      const request = response.request();
      if (this.#begunAt.has(request)) {
        this.#begunAt.set(request, Date.now());
      }
    });
    page.on('requestfinished', request => {
      this.#begunAt.delete(request);
      this.#answered.add(toQuestion(request));
    });
    page.on('requestfailed', request => this.#begunAt.delete(request));
  }

  /** Another page comes: whatever it asks is asked for the first time. */
  forget(): void {
    this.#answered.clear();
  }

  /** How many questions there have been. */
  count(): number {
    return this.#asked;
  }

  /** What the page waits for. */
  waitsFor(): string[] {
    return [...this.#begunAt]
      .filter(([, begunAt]) => Date.now() - begunAt < STREAM_MS)
      .map(([request]) => `${request.method()} ${request.url()}`);
  }
}

const toQuestion = (request: Request): string =>
  [request.method(), request.url(), request.postData()].join(' ');
