/** Ends this process, and with it what it waits for, on Ctrl-C and its like. */
export function stopOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, () => process.exit(130));
  }
}
