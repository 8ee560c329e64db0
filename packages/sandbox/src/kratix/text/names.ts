import { md5 } from './md5';

// lib/objectutil/name.go: 63 minus a dash and five characters.
const longestName = 57;

/** `name-` and the given five characters, shortened as Kratix shortens. @internal */
export function suffixedName(name: string, suffix: string): string {
  return `${shortened(name)}-${suffix}`;
}

/** Kratix's name that is always the same for the same input. @internal */
export function deterministicName(name: string, hashed = name): string {
  return suffixedName(name, md5(hashed).slice(0, 5));
}

function shortened(name: string): string {
  const cut = name.length > longestName ? name.slice(0, longestName - 1) : name;
  return cut.replace(/[^a-zA-Z0-9]+$/, '');
}
