import { isDeepStrictEqual } from 'node:util';
import { findDifferences } from '../kratix/findDifferences';
import type { Verdict, Verdicts } from './Verdict';

/** Where two disagree, as sentences. A refused Promise is refused in everybody's own words. @internal */
export function compareVerdicts(
  expected: Verdicts,
  received: Verdicts,
): string[] {
  return [...expected].flatMap(([what, theirs]) => {
    const ours = received.get(what);
    if (!ours) {
      return [`${what}: was not judged`];
    }
    if (theirs.isTaken !== ours.isTaken) {
      return [`${what}: is ${say(theirs)}, and ${say(ours)} by the other`];
    }
    if (what !== 'promise' && !isDeepStrictEqual(theirs.causes, ours.causes)) {
      return [
        `${what}: ${theirs.causes.join('; ')} — by the other ${ours.causes.join(
          '; ',
        )}`,
      ];
    }
    if (what === 'promise' || !theirs.isTaken || !('spec' in ours)) {
      return [];
    }
    return findDifferences(theirs.spec, ours.spec).map(
      ({ path, expected: theirField, received: ourField }) =>
        `${what}: ${path} becomes ${JSON.stringify(
          theirField,
        )}, and ${JSON.stringify(ourField)} by the other`,
    );
  });
}

function say({ isTaken, causes }: Verdict): string {
  return isTaken ? 'taken' : `refused (${causes.join('; ')})`;
}
