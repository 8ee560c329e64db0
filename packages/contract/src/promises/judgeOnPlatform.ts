import type { Answer, ApiClient } from '../target';
import type { PromiseApi, PromiseSet } from './PromiseSet';
import type { Verdict, Verdicts } from './Verdict';

const PROMISES = '/apis/platform.kratix.io/v1alpha1/promises';
const PATIENCE_MS = 30_000;
const PAUSE_MS = 250;

/** Installs a Promise on a platform, and asks it about each request without leaving one there. @internal */
export async function judgeOnPlatform(
  api: ApiClient,
  set: PromiseSet,
): Promise<Verdicts> {
  const verdicts = new Map<string, Verdict>();
  const answer = await api.ask({
    method: 'POST',
    path: PROMISES,
    body: set.promise,
  });
  verdicts.set('promise', toVerdict(answer));
  if (answer.status !== 201 || !set.api) {
    return verdicts;
  }
  await untilServed(api, set.api);
  for (const [what, request] of set.requests) {
    const asked = await api.ask({
      method: 'POST',
      path: `${collectionOf(set.api)}?dryRun=All`,
      body: request,
    });
    verdicts.set(what, toVerdict(asked));
  }
  return verdicts;
}

function collectionOf({ group, version, plural }: PromiseApi): string {
  return `/apis/${group}/${version}/namespaces/default/${plural}`;
}

async function untilServed(api: ApiClient, of: PromiseApi): Promise<void> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    const { status } = await api.ask({ method: 'GET', path: collectionOf(of) });
    if (status === 200) {
      return;
    }
    if (Date.now() > giveUpAt) {
      throw new Error(`${collectionOf(of)} is not served`);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}

function toVerdict({ status, text }: Answer): Verdict {
  const body = JSON.parse(text) as {
    readonly spec?: unknown;
    readonly message?: string;
    readonly details?: {
      readonly causes?: readonly { field?: string; message?: string }[];
    };
  };
  if (status === 201) {
    return { isTaken: true, causes: [], spec: body.spec };
  }
  const causes = (body.details?.causes ?? [])
    // Says that rules were not looked at, which is nothing to mend.
    .filter(({ field }) => field !== '<nil>')
    .map(({ field, message }) => `${field}: ${message}`);
  return {
    isTaken: false,
    causes: causes.length > 0 ? causes.sort() : [body.message ?? text],
  };
}
