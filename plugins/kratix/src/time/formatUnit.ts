/** @internal */
export type TimeUnit = 'day' | 'hour' | 'minute' | 'second';

/** Symbols that need no translation (SI, and those accepted for use with it). */
const symbols: Readonly<Record<TimeUnit, string>> = {
  day: 'd',
  hour: 'h',
  minute: 'min',
  second: 's',
};

/**
 * An amount of time as the reader's language writes it: `48 s`, `48 Sek.`, `48 秒`. English has the symbols,
 * which are shorter than what `Intl` has for it.
 * @internal
 */
export function formatUnit(
  amount: number,
  unit: TimeUnit,
  options: { language: string; unitDisplay?: 'short' | 'long' },
): string {
  const { language, unitDisplay = 'short' } = options;
  return isEnglish(language)
    ? `${amount} ${symbols[unit]}`
    : new Intl.NumberFormat(language, {
        style: 'unit',
        unit,
        unitDisplay,
      }).format(amount);
}

/** @internal */
export function isEnglish(language: string): boolean {
  return language.split('-')[0] === 'en';
}
