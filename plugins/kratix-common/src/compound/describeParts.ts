import { phases, phaseTone, phaseWord, type Phase, type Tone } from '../model';

/**
 * How a compound fares as a whole, in words.
 * @public
 */
export interface PartsText {
  /** Of the part that is worst off. */
  readonly tone: Tone;
  readonly total: number;
  readonly ready: number;
  /** `2 of 3 parts ready; cache is failed.` May hold cluster text: escape. */
  readonly sentence: string;
}

/** More names than this are a number. */
const mostNamed = 3;

/**
 * Rolls the parts of a compound up into one sentence; undefined where there are none.
 * @public
 */
export function describeParts(
  parts: readonly { readonly title: string; readonly phase: Phase }[],
): PartsText | undefined {
  if (parts.length === 0) {
    return undefined;
  }
  const ready = parts.filter(({ phase }) => phaseTone[phase] === 'good').length;
  const counted = `${ready} of ${parts.length} ${
    parts.length === 1 ? 'part' : 'parts'
  } ready`;
  return {
    tone: worstTone(parts.map(({ phase }) => phaseTone[phase])),
    total: parts.length,
    ready,
    sentence: [counted, ...describeTrouble(parts)].join('; ').concat('.'),
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

function describeTrouble(parts: Parameters<typeof describeParts>[0]): string[] {
  return phases
    .filter(phase => isTrouble[phaseTone[phase]])
    .flatMap(phase => {
      const titles = parts
        .filter(part => part.phase === phase)
        .map(({ title }) => title);
      return titles.length > 0 ? [`${nameSome(titles)}: ${lower(phase)}`] : [];
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

function nameSome(titles: readonly string[]): string {
  const named = titles.slice(0, mostNamed).join(', ');
  const left = titles.length - mostNamed;
  return left > 0 ? `${named} and ${left} more` : named;
}

/** `failed`, `waiting for approval`. */
function lower(phase: Phase): string {
  return phaseWord[phase].toLocaleLowerCase('en');
}
