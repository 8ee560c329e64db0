import {
  judgeMove,
  listSubjects,
  subjectName,
  type Move,
  type MoveVerdict,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../ActionServices';
import { awaitSnapshot } from '../progress/awaitSnapshot';
import { toLogLine } from '../progress/toLogLine';
import type { Rollout, RolloutContext } from './prepareRollout';
import { DEFAULT_TIMEOUT_MINUTES } from './rolloutSchema';

/**
 * How each move ended, by the name of its request: undefined for one that is ready at its version, else why
 * it is not.
 * @internal
 */
export async function followMoves(
  { platform, promise }: Pick<Rollout, 'platform' | 'promise'>,
  moves: ReadonlyMap<string, Move>,
  { input, logger, signal }: RolloutContext,
  { kratix }: Pick<ActionServices, 'kratix'>,
): Promise<ReadonlyMap<string, string | undefined>> {
  const minutes = input.timeoutMinutes ?? DEFAULT_TIMEOUT_MINUTES;
  const ends = new Map<string, string | undefined>();
  const last = new Map<string, MoveVerdict>();
  const settle = (name: string, verdict: MoveVerdict) => {
    last.set(name, verdict);
    if (verdict.state === 'moved') {
      ends.set(name, undefined);
      logger.info(`${name} is ready`);
    } else if (verdict.state === 'failed') {
      const reason = toLogLine(verdict.reason);
      ends.set(name, reason);
      logger.error(`${name}: ${reason}`);
    }
  };
  const look = (snapshot: PlatformSnapshot): true | undefined => {
    const facts = listSubjects(snapshot, promise);
    if (facts) {
      const subjects = new Map(
        facts.subjects.map(subject => [subjectName(subject), subject]),
      );
      moves.forEach((move, name) => {
        if (!ends.has(name)) {
          settle(name, judgeMove(move, subjects.get(name)));
        }
      });
    }
    return ends.size === moves.size || undefined;
  };

  await awaitSnapshot(kratix, platform.name, {
    look,
    timeoutMs: minutes * 60_000,
    signal,
  });
  moves.forEach((_, name) => {
    if (!ends.has(name)) {
      ends.set(name, describeTimeout(minutes, last.get(name)));
    }
  });
  return ends;
}

function describeTimeout(
  minutes: number,
  verdict: MoveVerdict | undefined,
): string {
  const phase = verdict?.state === 'waiting' ? verdict.phase : undefined;
  return `It was not ready at the version after ${minutes} minutes${
    phase ? ` (${phase})` : ''
  }.`;
}
