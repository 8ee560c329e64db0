const units = ['B', 'kB', 'MB'];

/**
 * A size for a person; `isCut` says that it is larger.
 * @internal
 */
export function formatBytes(
  bytes: number,
  options: { language: string; isCut?: boolean },
): string {
  const { language, isCut = false } = options;
  const step = Math.min(
    Math.floor(Math.log2(Math.max(bytes, 1)) / 10),
    units.length - 1,
  );
  const size = bytes / 1024 ** step;
  const digits = step === 0 || size >= 10 ? 0 : 1;
  const amount = new Intl.NumberFormat(language, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(size);
  return `${isCut ? '> ' : ''}${amount} ${units[step] ?? ''}`;
}
