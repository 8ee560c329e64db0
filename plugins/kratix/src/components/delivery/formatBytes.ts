const units = ['B', 'kB', 'MB'];

/**
 * A size for a person; `isCut` says that it is larger.
 * @internal
 */
export function formatBytes(bytes: number, isCut = false): string {
  const step = Math.min(
    Math.floor(Math.log2(Math.max(bytes, 1)) / 10),
    units.length - 1,
  );
  const size = bytes / 1024 ** step;
  const digits = step === 0 || size >= 10 ? 0 : 1;
  return `${isCut ? '> ' : ''}${size.toFixed(digits)} ${units[step] ?? ''}`;
}
