import {
  logEventSchema,
  type LogEvent,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Reads JSON lines as they come. What cannot be understood is left out: the backend may be newer. A connection
 * that breaks ends the events, as one that is closed does.
 * @internal
 */
export async function* readLogEvents(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<LogEvent, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let pending = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) {
        return;
      }
      const lines = (pending + decoder.decode(value, { stream: true })).split(
        '\n',
      );
      pending = lines.pop() ?? '';
      yield* lines.flatMap(toEvent);
    }
  } catch {
    // Cut off; whoever reads asks again from the last line.
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function toEvent(line: string): LogEvent[] {
  try {
    const parsed = logEventSchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}
