import { InputError } from '@backstage/errors';
import {
  parsePromiseText,
  refuse,
  tell,
  type ImpactCandidate,
  type KratixPromise,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  explainRefusal,
  type KratixService,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { lookUpPromise } from '../state/lookUp';

/**
 * The state of a Promise that somebody asks about.
 *
 * Throws NotFoundError when there is none, ServiceUnavailableError when that is not known, and InputError for a
 * file that holds no Promise, or another one.
 * @internal
 */
export async function readCandidate(
  candidate: ImpactCandidate,
  current: KratixPromise,
  { kratix, platform }: { kratix: KratixService; platform: Platform },
): Promise<KratixPromise> {
  switch (candidate.type) {
    case 'platform': {
      const other = kratix.platform(candidate.platform);
      return lookUpPromise(kratix.snapshot(other.name), current.name).value;
    }
    case 'revision':
      return explainRefusal(
        kratix
          .requests(platform.name, { type: 'portal' })
          .getRevision(current.name, candidate.version),
      );
    case 'file':
      return readFile(candidate.text, current);
    default:
      return candidate satisfies never;
  }
}

function readFile(text: string, current: KratixPromise): KratixPromise {
  const parsed = parsePromiseText(text);
  if (!parsed.ok) {
    const { message, wording } = parsed.problem;
    throw Object.assign(new InputError(message), { wording });
  }
  if (parsed.value.name !== current.name) {
    throw refuse(
      InputError,
      tell('refusal.otherPromise', {
        given: parsed.value.name,
        promise: current.name,
      }),
    );
  }
  return parsed.value;
}
