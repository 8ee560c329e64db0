const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const QUIET_MS = 15_000;

/**
 * One line for a step that takes a while. On a terminal it moves; elsewhere (a
 * CI log) it is repeated now and then, so that nobody takes it for stuck.
 */
export function startProgress(title, out = process.stderr) {
  const startedAt = Date.now();
  const elapsed = () => `${Math.round((Date.now() - startedAt) / 1000)} s`;
  const state = { text: '', frame: 0 };
  const line = () =>
    `${title} … ${[state.text, elapsed()].filter(Boolean).join(', ')}`;

  const draw = () => {
    state.frame = (state.frame + 1) % FRAMES.length;
    const room = Math.max((out.columns ?? 80) - 3, 20);
    out.write(`\r\x1b[2K${FRAMES[state.frame]} ${line().slice(0, room)}`);
  };
  const repeat = () => out.write(`  ${line()}\n`);
  if (!out.isTTY) {
    out.write(`  ${title} …\n`);
  }
  const timer = setInterval(
    out.isTTY ? draw : repeat,
    out.isTTY ? 120 : QUIET_MS,
  );

  return {
    say(text) {
      state.text = text ?? state.text;
    },
    done(succeeded) {
      clearInterval(timer);
      const mark = succeeded ? '✔' : '✖';
      out.write(
        `${out.isTTY ? '\r\x1b[2K' : ''}${mark} ${title} (${elapsed()})\n`,
      );
    },
  };
}
