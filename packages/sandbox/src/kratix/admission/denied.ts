import { StatusError } from '../../apiserver/status/StatusError';

/** What the API server answers when one of Kratix's webhooks says no. @internal */
export function denied(webhook: string, problem: string): StatusError {
  return new StatusError(403, 'Forbidden', sentence(webhook, problem));
}

/** The same for an object that Kratix's own types cannot hold. @internal */
export function undecodable(webhook: string, problem: string): StatusError {
  return new StatusError(400, undefined, sentence(webhook, problem));
}

function sentence(webhook: string, problem: string): string {
  return `admission webhook "${webhook}" denied the request: ${problem}`;
}
