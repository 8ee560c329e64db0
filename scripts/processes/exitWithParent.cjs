// Loaded with --require: when the process that started this one is gone,
// however it went, this one goes too.
const GRACE_MS = 10_000;

process.on('disconnect', () => {
  // Nobody reads the output any more; an error about that would be printed, and
  // so on for ever.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
});
process.channel?.unref();
