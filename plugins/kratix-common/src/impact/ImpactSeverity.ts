/**
 * What a change means for those who use a service today.
 *
 * - `breaking`: a request that is valid today can be refused, or lose something that it says.
 * - `risky`: every request stays valid, but may come to mean something else, or the work behind it changes.
 * - `safe`: no request that is valid today is refused or means anything else.
 *
 * Where it cannot be proven that nothing is refused (a pattern that became another one, say), the change
 * counts as breaking.
 * @public
 */
export type ImpactSeverity = 'safe' | 'risky' | 'breaking';

const ORDER: readonly ImpactSeverity[] = ['safe', 'risky', 'breaking'];

/**
 * The worst of them; `safe` when there is none.
 * @public
 */
export function worstSeverity(
  severities: Iterable<ImpactSeverity>,
): ImpactSeverity {
  return [...severities].reduce<ImpactSeverity>(
    (worst, next) => (isWorse(next, worst) ? next : worst),
    'safe',
  );
}

/** @internal */
export function isWorse(a: ImpactSeverity, b: ImpactSeverity): boolean {
  return ORDER.indexOf(a) > ORDER.indexOf(b);
}
