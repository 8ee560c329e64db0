import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** One request, as the API server wrote it down (audit.k8s.io/v1 `Event`). */
export interface AuditEvent {
  readonly verb: string;
  readonly requestURI: string;
  readonly user: { readonly username: string };
  readonly impersonatedUser?: {
    readonly username: string;
    readonly groups?: readonly string[];
  };
  readonly objectRef?: {
    readonly namespace?: string;
    readonly name?: string;
    readonly resource?: string;
    readonly subresource?: string;
  };
  readonly responseStatus?: { readonly code?: number };
}

/** What the API server has answered so far. Its last line may be half written. */
export function readAuditLog(): AuditEvent[] {
  const file = process.env.PORTAL_AUDIT_LOG;
  assert(file, 'There is no audit log: this is told of a real platform only');
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map(line => JSON.parse(line) as AuditEvent);
}
