const MOST_CHARACTERS = 2_000;

/**
 * Lets so many lines through and no more, and says so once. A line that is too long is cut.
 * @internal
 */
export class LineBudget {
  #left: number;

  constructor(private readonly most: number) {
    this.#left = most;
  }

  get isSpent(): boolean {
    return this.#left <= 0;
  }

  spend(write: (line: string) => void, line: string): void {
    if (this.isSpent) {
      return;
    }
    this.#left -= 1;
    write(
      line.length > MOST_CHARACTERS
        ? `${line.slice(0, MOST_CHARACTERS - 1)}…`
        : line,
    );
    if (this.isSpent) {
      write(
        `… after ${this.most} lines, the rest is on the page of the request`,
      );
    }
  }
}
