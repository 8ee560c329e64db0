// Loaded with --require: when the process that started this one is gone,
// however it went, this one goes too.
const GRACE_MS = 10_000;

// A worker that this process starts inherits --require, but has a parent of its
// own to listen to.
if (process.env.KRATIX_PORTAL_PARENT === String(process.ppid)) {
  process.on('disconnect', exit);
  process.channel?.unref();
}

function exit() {
  // Nobody reads the output any more; an error about that would be printed, and
  // so on for ever.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), GRACE_MS).unref();
}
