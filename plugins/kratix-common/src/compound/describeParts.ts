import { phases, phaseTone, type Phase, type Tone } from '../model';

/**
 * How a compound fares as a whole, in translatable form.
 * @public
 */
export interface PartsText {
  /** Of the part that is worst off. */
  readonly tone: Tone;
  readonly total: number;
  readonly ready: number;
  /** What needs somebody, worst first. */
  readonly troubles: readonly PartsTrouble[];
}

/**
 * Parts that are in the same trouble.
 * @public
 */
export interface PartsTrouble {
  readonly phase: Phase;
  /** Of the first few. From the cluster: escape. */
  readonly titles: readonly string[];
  /** How many there are beside those. */
  readonly more: number;
}

/** More names than this are a number. */
const mostNamed = 3;

/**
 * Rolls the parts of a compound up into one statement; undefined where there are none.
 * @public
 */
export function describeParts(
  parts: readonly { readonly title: string; readonly phase: Phase }[],
): PartsText | undefined {
  if (parts.length === 0) {
    return undefined;
  }
  const ready = parts.filter(({ phase }) => phaseTone[phase] === 'good').length;
  return {
    tone: worstTone(parts.map(({ phase }) => phaseTone[phase])),
    total: parts.length,
    ready,
    troubles: findTroubles(parts),
  };
}

/**
 * The tone that matters most among several; `good` among none.
 * @public
 */
export function worstTone(tones: readonly Tone[]): Tone {
  return order.find(tone => tones.includes(tone)) ?? 'good';
}

const order: readonly Tone[] = ['bad', 'waiting', 'busy', 'paused', 'unknown'];

function findTroubles(
  parts: Parameters<typeof describeParts>[0],
): PartsTrouble[] {
  return phases
    .filter(phase => isTrouble[phaseTone[phase]])
    .flatMap(phase => {
      const titles = parts
        .filter(part => part.phase === phase)
        .map(({ title }) => title);
      const more = Math.max(0, titles.length - mostNamed);
      return titles.length > 0
        ? [{ phase, titles: titles.slice(0, mostNamed), more }]
        : [];
    });
}

const isTrouble: Readonly<Record<Tone, boolean>> = {
  bad: true,
  waiting: true,
  paused: true,
  busy: false,
  unknown: false,
  good: false,
};
