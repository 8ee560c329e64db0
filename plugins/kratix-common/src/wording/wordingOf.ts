import type { Wording } from './Wording';
import type { WordingArguments, WordingKey } from './WordingKey';

/**
 * Says which text, with exactly the parameters that it names.
 * @public
 */
export function wordingOf<Key extends WordingKey>(
  key: Key,
  ...[params]: WordingArguments<Key>
): Wording {
  return params ? { key, params } : { key };
}
