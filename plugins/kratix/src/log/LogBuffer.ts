/* eslint-disable no-control-regex -- what a terminal would not print is what is looked for */
import type { LogLine } from '@kratix-portal/backstage-plugin-kratix-common';

/** What a person can look through; more of it is for a file. */
const MOST_LINES = 20_000;
const MOST_CHARACTERS = 8_000_000;
/** Dropped together, so that it costs nothing for each line. */
const DROPPED_LINES = 2_000;

/** Colours and cursor movements of a terminal. */
const escapes =
  /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007]*(?:\u0007|\u001b\\))/g;
const controls =
  /[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g;

/**
 * One line as it is shown.
 * @internal
 */
export interface ShownLine {
  readonly text: string;
  readonly time?: string;
  readonly isCut?: boolean;
}

/**
 * The last lines of a log. Bounded: of a log without end the beginning is dropped.
 * @internal
 */
export class LogBuffer {
  #lines: ShownLine[] = [];
  #characters = 0;
  #dropped = 0;
  /** Of the last line, and how many lines have exactly this time. */
  #last: { time: string; count: number } | undefined;

  get lines(): readonly ShownLine[] {
    return this.#lines;
  }

  /** How many lines are before the first. */
  get dropped(): number {
    return this.#dropped;
  }

  /** Where to go on after a break. */
  get lastTime(): string | undefined {
    return this.#last?.time;
  }

  append(lines: readonly LogLine[]): void {
    for (const line of lines) {
      const text = cleanLine(line.text);
      this.#lines.push({
        text,
        ...(line.time && { time: line.time }),
        ...(line.isCut && { isCut: true }),
      });
      this.#characters += text.length;
      this.#remember(line.time);
    }
    this.#trim();
  }

  /**
   * What is new in an answer that begins at the time of the last line: the lines of that very moment that are
   * known already come first in it, and come again.
   */
  startAgain(): (lines: readonly LogLine[]) => readonly LogLine[] {
    const known = this.#last;
    let left = known?.count ?? 0;
    return lines =>
      lines.filter(({ time }) => {
        if (!known || time === undefined) {
          return true;
        }
        // All of one clock and in one format, so that texts compare like times.
        if (comparable(time) < comparable(known.time)) {
          return false;
        }
        if (time === known.time && left > 0) {
          left -= 1;
          return false;
        }
        return true;
      });
  }

  #remember(time: string | undefined): void {
    if (time !== undefined) {
      const count = this.#last?.time === time ? this.#last.count + 1 : 1;
      this.#last = { time, count };
    }
  }

  #trim(): void {
    while (
      this.#lines.length > MOST_LINES ||
      (this.#characters > MOST_CHARACTERS && this.#lines.length > 1)
    ) {
      const surplus = Math.max(DROPPED_LINES, this.#lines.length - MOST_LINES);
      const gone = this.#lines.splice(
        0,
        Math.min(surplus, this.#lines.length - 1),
      );
      this.#dropped += gone.length;
      this.#characters -= gone.reduce((sum, { text }) => sum + text.length, 0);
    }
  }
}

/** Fractions of a second end where they are zero. */
function comparable(time: string): string {
  const [whole = '', fraction = ''] = time.replace(/Z$/, '').split('.');
  return `${whole}.${fraction.padEnd(9, '0')}`;
}

/** What a terminal would not print, and what would turn text around, is left out. */
function cleanLine(text: string): string {
  return text.replace(escapes, '').replace(/\t/g, '    ').replace(controls, '');
}
