import type {
  FieldProblem,
  ValidateResponse,
  Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../../api';

/**
 * What a platform says to an order, and whether it may be sent nevertheless.
 * @internal
 */
export interface CheckVerdict {
  readonly state: 'accepted' | 'refused' | 'forbidden' | 'unknown';
  readonly holdsBack: boolean;
  readonly message?: string;
  /** Translatable form of `message`. */
  readonly wording?: Wording;
  readonly problems: readonly FieldProblem[];
  readonly manifest?: string;
  readonly before?: string;
  /** As the platform would store it; only where it would. */
  readonly stored?: Readonly<Record<string, unknown>>;
}

/**
 * Judges the answer. Where orders are reviewed, people often may not write to the platform, and what it has
 * against the object as a whole may be its owner's doing: neither holds the order back.
 * @internal
 */
export function judgeCheck(
  answer: Fetched<ValidateResponse>,
  isReviewed = false,
): CheckVerdict {
  if (!answer.ok) {
    const { kind, message, wording } = answer.problem;
    const said = { message, wording, problems: [] };
    // Backstage's own permissions hold for reviewed orders too.
    return kind === 'forbidden'
      ? { state: 'forbidden', holdsBack: true, ...said }
      : { state: 'unknown', holdsBack: false, ...said };
  }
  const { value } = answer;
  const { manifest, before } = value;
  if (value.ok) {
    return {
      state: 'accepted',
      holdsBack: false,
      problems: [],
      manifest,
      before,
      stored: value.spec,
    };
  }
  const { message, errors: problems } = value;
  const known = { message, problems, manifest, before };
  switch (value.reason) {
    case 'unreachable':
      return { state: 'unknown', holdsBack: false, ...known };
    case 'forbidden':
      return { state: 'forbidden', holdsBack: !isReviewed, ...known };
    case undefined:
      return {
        state: 'refused',
        holdsBack: !isReviewed || problems.some(({ path }) => path !== ''),
        ...known,
      };
    default:
      return value.reason satisfies never;
  }
}
