import type { ApiClient } from '../target';
import type { Manifest } from './Manifest';

const PAUSE_MS = 100;

/**
 * The platform under test, as a client that reads and writes objects.
 * @internal
 */
export class Platform {
  readonly #api: ApiClient;
  readonly #patienceMs: number;

  constructor(api: ApiClient, patienceMs: number) {
    this.#api = api;
    this.#patienceMs = patienceMs;
  }

  async create(collection: string, object: Manifest): Promise<Manifest> {
    return (await this.#ask('POST', collection, object)) as Manifest;
  }

  /** Server-side apply: creates what is not there, and changes what is. */
  async apply(collection: string, object: Manifest): Promise<Manifest> {
    return (await this.#ask(
      'PATCH',
      `${collection}/${object.metadata.name}?fieldManager=contract&force=true`,
      object,
      'application/apply-patch+yaml',
    )) as Manifest;
  }

  async merge(path: string, patch: unknown): Promise<Manifest> {
    return (await this.#ask(
      'PATCH',
      path,
      patch,
      'application/merge-patch+json',
    )) as Manifest;
  }

  async remove(path: string): Promise<void> {
    await this.#ask('DELETE', path);
  }

  async find(path: string): Promise<Manifest | undefined> {
    const answer = await this.#api.ask({ method: 'GET', path });
    return answer.status === 404
      ? undefined
      : (JSON.parse(answer.text) as Manifest);
  }

  /** The objects of a collection; their kind is in the list only, so it is put back. */
  async list(
    collection: string,
    labels: Readonly<Record<string, string>> = {},
  ): Promise<Manifest[]> {
    const selector = Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(',');
    const list = (await this.#ask(
      'GET',
      `${collection}?labelSelector=${encodeURIComponent(selector)}`,
    )) as { apiVersion: string; kind: string; items: Manifest[] };
    return list.items.map(item => ({
      ...item,
      apiVersion: list.apiVersion,
      kind: list.kind.replace(/List$/, ''),
    }));
  }

  /** Asks until there is an answer; says what was waited for when there is none. */
  async until<T>(
    what: string,
    ask: () => Promise<T | undefined | false>,
  ): Promise<T> {
    const giveUpAt = Date.now() + this.#patienceMs;
    for (;;) {
      const answer = await ask();
      if (answer !== undefined && answer !== false) {
        return answer;
      }
      if (Date.now() > giveUpAt) {
        throw new Error(`Waited ${this.#patienceMs / 1000} s in vain: ${what}`);
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
    }
  }

  async #ask(
    method: string,
    path: string,
    body?: unknown,
    contentType = 'application/json',
  ): Promise<unknown> {
    const answer = await this.#api.ask({
      method,
      path,
      body,
      headers: body === undefined ? {} : { 'Content-Type': contentType },
    });
    if (answer.status >= 300) {
      throw new Error(
        `${method} ${path} was answered ${answer.status}: ${answer.text}`,
      );
    }
    return JSON.parse(answer.text);
  }
}
