import { createHash } from 'node:crypto';
import { waitFor } from '../portal/waitFor.mjs';
import { NAMESPACE, PROMISE } from './benchObjects.mjs';

const CHANNEL = 'kratix';
const PLATFORM = 'sandbox';
const ATTEMPT_MS = 1_000;

/** Listens to the hints as an open page does, and remembers when each request was hinted at first. */
export async function openHints({ portalUrl, token }) {
  const url = `${portalUrl
    .replace('localhost', '127.0.0.1')
    .replace('http:', 'ws:')}/api/signals`;
  const heardAt = new Map();
  const socket = await openSocket(url, token);
  socket.onmessage = ({ data }) => {
    const { channel, message } = JSON.parse(data);
    if (channel === CHANNEL) {
      (message.topics ?? [anything]).forEach(topic => {
        heardAt.set(topic, [...(heardAt.get(topic) ?? []), performance.now()]);
      });
    }
  };
  socket.send(JSON.stringify({ action: 'subscribe', channel: CHANNEL }));
  return {
    /** When it was first hinted at after this moment. */
    heardSince: (request, moment) =>
      [
        ...(heardAt.get(topicOf(request)) ?? []),
        ...(heardAt.get(anything) ?? []),
      ]
        .filter(at => at >= moment)
        .sort((a, b) => a - b)[0],
    close: () => socket.close(),
  };
}

const anything = 'anything';

/** The first request for a socket makes Backstage listen for them and is not answered; its pages try again, too. */
async function openSocket(url, token) {
  const state = { socket: undefined };
  await waitFor({
    what: 'a connection for hints',
    timeoutMs: 30_000,
    isThere: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(url, token);
        state.socket = socket;
        socket.onopen = () => resolve(true);
        socket.onerror = reject;
        setTimeout(() => {
          if (socket.readyState !== WebSocket.OPEN) {
            socket.close();
            reject(new Error('no answer'));
          }
        }, ATTEMPT_MS);
      }),
  });
  return state.socket;
}

/** `signalTopic` of kratix-common, told again here so that a change of it is noticed. */
export function topicOf(request) {
  const parts = [PLATFORM, PROMISE, NAMESPACE, request];
  return createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .slice(0, 32);
}
