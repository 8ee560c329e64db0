/**
 * One condition on labels.
 * @public
 */
export interface LabelRequirement {
  readonly key: string;
  readonly operator: 'equals' | 'differs' | 'exists' | 'isAbsent';
  readonly value?: string;
}

/**
 * Reads a selector as `kubectl -l` takes it, without sets: `a=b`, `a!=b`, `a`, `!a`, joined by commas.
 * @public
 */
export function parseLabelSelector(
  text: string,
):
  | { ok: true; selector: readonly LabelRequirement[] }
  | { ok: false; part: string } {
  const selector: LabelRequirement[] = [];
  for (const part of text.split(',').map(each => each.trim())) {
    const requirement = part ? parseRequirement(part) : undefined;
    if (requirement) {
      selector.push(requirement);
    } else if (part || text.trim()) {
      return { ok: false, part };
    }
  }
  return { ok: true, selector };
}

/**
 * Whether labels meet every condition. As for Kubernetes, what has no such label differs from every value.
 * @public
 */
export function matchesLabels(
  labels: Readonly<Record<string, string>>,
  selector: readonly LabelRequirement[],
): boolean {
  return selector.every(({ key, operator, value }) => {
    const actual = Object.hasOwn(labels, key) ? labels[key] : undefined;
    switch (operator) {
      case 'equals':
        return actual === value;
      case 'differs':
        return actual !== value;
      case 'exists':
        return actual !== undefined;
      case 'isAbsent':
        return actual === undefined;
      default:
        return operator satisfies never;
    }
  });
}

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const VALUE = '(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const comparison = new RegExp(`^(${KEY})\\s*(==|=|!=)\\s*(${VALUE})$`);
const presence = new RegExp(`^(!?)\\s*(${KEY})$`);

function parseRequirement(part: string): LabelRequirement | undefined {
  const [, key, sign, value] = comparison.exec(part) ?? [];
  if (key !== undefined) {
    return { key, operator: sign === '!=' ? 'differs' : 'equals', value };
  }
  const [, not, name] = presence.exec(part) ?? [];
  return name === undefined
    ? undefined
    : { key: name, operator: not ? 'isAbsent' : 'exists' };
}
