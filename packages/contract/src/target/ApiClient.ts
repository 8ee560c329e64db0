import { request as httpRequest } from 'node:http';
import { request as httpsRequest, type RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

/**
 * One HTTP answer, as it came over the wire.
 * @public
 */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** @public */
export interface Question {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
}

/**
 * Plain HTTP to an API server with a kubeconfig's credentials: nothing between the test and the wire that
 * could repair an answer.
 * @public
 */
export class ApiClient {
  readonly #config: KubeConfig;

  constructor(config: KubeConfig) {
    this.#config = config;
  }

  async ask(question: Question): Promise<Answer> {
    const server = this.#config.getCurrentCluster()?.server;
    if (!server) {
      throw new Error('The kubeconfig names no server');
    }
    const body =
      question.body === undefined || typeof question.body === 'string'
        ? question.body
        : JSON.stringify(question.body);
    const options: RequestOptions = {
      method: question.method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined
          ? {}
          : {
              'Content-Type': 'application/json',
              // Node.js sends no length with a DELETE, and nobody can tell where its body ends.
              'Content-Length': String(Buffer.byteLength(body)),
            }),
        ...question.headers,
      },
    };
    await this.#config.applyToHTTPSOptions(options);
    return await send(new URL(question.path, server), options, body);
  }
}

function send(
  url: URL,
  options: RequestOptions,
  body: string | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const outgoing = start(url, options, incoming => {
      const chunks: Buffer[] = [];
      incoming.on('data', chunk => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    if (body !== undefined) {
      outgoing.write(body);
    }
    outgoing.end();
  });
}
