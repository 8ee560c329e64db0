import { request, type RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';

/**
 * One request to the API server with nothing between us and the wire: the typed
 * client drops fields that its models lack, `x-kubernetes-*` of schemas first.
 *
 * @internal
 */
export async function sendJson(
  kubeConfig: KubeConfig,
  question: {
    method: string;
    path: string;
    contentType?: string;
    body?: unknown;
  },
): Promise<unknown> {
  const server = kubeConfig.getCurrentCluster()?.server;
  if (!server) {
    throw new Error('The kubeconfig names no server');
  }
  const options: RequestOptions = {
    method: question.method,
    headers: {
      Accept: 'application/json',
      'Content-Type': question.contentType ?? 'application/json',
    },
  };
  await kubeConfig.applyToHTTPSOptions(options);
  const { status, text } = await send(
    new URL(question.path, server),
    options,
    question.body === undefined ? '' : JSON.stringify(question.body),
  );
  if (status >= 300) {
    throw new Error(
      `${question.method} ${question.path} was answered ${status}: ${text}`,
    );
  }
  return JSON.parse(text);
}

function send(
  url: URL,
  options: RequestOptions,
  body: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, incoming => {
      const chunks: Buffer[] = [];
      incoming.on('data', chunk => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          text: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
