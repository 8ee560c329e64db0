/**
 * Calls back once the package manager that ran this script is gone. npm, when
 * it is told to stop, stops its shell but not what runs in there.
 */
export function onOrphaned(callback) {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') {
    return;
  }
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid !== parent) {
      clearInterval(timer);
      callback();
    }
  }, 500);
  timer.unref();
}
