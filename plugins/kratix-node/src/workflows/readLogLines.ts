import type { LogLine } from '@kratix-portal/backstage-plugin-kratix-common';

/** Longer ones are cut: a line is for a person to read. */
const LINE_LIMIT = 16 * 1024;
/** Lines that are handed on together. */
const CHUNK_LINES = 1_000;

const NEWLINE = 0x0a;

/**
 * Splits the bytes of a log, each line stamped with its time (`timestamps=true`), into lines. Of a line that is
 * too long no more than its beginning is ever kept.
 * @internal
 */
export async function* readLogLines(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<LogLine[], void, undefined> {
  const pending = new PendingLine();
  for await (const chunk of chunks) {
    let lines: LogLine[] = [];
    let start = 0;
    for (
      let end = chunk.indexOf(NEWLINE);
      end !== -1;
      end = chunk.indexOf(NEWLINE, start)
    ) {
      pending.add(chunk.subarray(start, end));
      lines.push(pending.take());
      start = end + 1;
      if (lines.length === CHUNK_LINES) {
        yield lines;
        lines = [];
      }
    }
    pending.add(chunk.subarray(start));
    if (lines.length > 0) {
      yield lines;
    }
  }
  if (!pending.isEmpty) {
    yield [pending.take()];
  }
}

class PendingLine {
  #parts: Buffer[] = [];
  #size = 0;
  #isCut = false;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  add(part: Buffer): void {
    const kept = part.subarray(0, LINE_LIMIT - this.#size);
    this.#isCut ||= kept.length < part.length;
    if (kept.length > 0) {
      // Copied, since what is left of a line would else keep the whole chunk alive.
      this.#parts.push(Buffer.from(kept));
      this.#size += kept.length;
    }
  }

  take(): LogLine {
    const line = toLine(Buffer.concat(this.#parts).toString('utf8'));
    const isCut = this.#isCut;
    this.#parts = [];
    this.#size = 0;
    this.#isCut = false;
    return isCut ? { ...line, isCut } : line;
  }
}

const stamped =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?/;

function toLine(raw: string): LogLine {
  // A progress bar overwrites its own line; what stands there in the end is what a person saw.
  const whole = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  const [prefix, time] = stamped.exec(whole) ?? [];
  const text = whole.slice(prefix?.length ?? 0);
  const shown = text.slice(text.lastIndexOf('\r') + 1);
  return { ...(time && { time }), text: shown };
}
