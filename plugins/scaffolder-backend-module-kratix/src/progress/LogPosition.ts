import type { LogLine } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How far a log was read, so that reading can go on after a break without telling a line twice.
 * @internal
 */
export class LogPosition {
  #last: { readonly time: string; readonly count: number } | undefined;

  /** Where to go on. */
  get sinceTime(): string | undefined {
    return this.#last?.time;
  }

  /**
   * What is new in an answer from `sinceTime` on. An API server hands on whole seconds, so that earlier lines may
   * come again too (k8s.io/apimachinery pkg/apis/meta/v1/time.go `MarshalQueryParameter`).
   */
  startAgain(): (lines: readonly LogLine[]) => readonly LogLine[] {
    const known = this.#last;
    let left = known?.count ?? 0;
    return lines =>
      lines.filter(({ time }) => {
        if (known && time !== undefined) {
          if (comparable(time) < comparable(known.time)) {
            return false;
          }
          if (time === known.time && left > 0) {
            left -= 1;
            return false;
          }
        }
        this.#remember(time);
        return true;
      });
  }

  #remember(time: string | undefined): void {
    if (time !== undefined) {
      const count = this.#last?.time === time ? this.#last.count + 1 : 1;
      this.#last = { time, count };
    }
  }
}

/** All of one clock: texts compare like times once the fraction, which ends where it is zero, is filled up. */
function comparable(time: string): string {
  const [whole = '', fraction = ''] = time.replace(/Z$/, '').split('.');
  return `${whole}.${fraction.padEnd(9, '0')}`;
}
