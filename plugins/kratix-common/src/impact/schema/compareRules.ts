import { asSchema, type CrdSchema } from '../../crdSchema/crdSchema';
import type { PromiseChange } from '../PromiseChange';
import { showValue } from '../showValue';
import { listOf } from './readSchema';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * Validation rules in CEL (`x-kubernetes-validations`). A rule that speaks of `oldSelf` is asked at a change
 * only, so it refuses no request that stands (Kubernetes, "Transition rules").
 * @internal
 */
export function compareRules(pair: SchemaPair): PromiseChange[] {
  const { path } = pair;
  const old = readRules(pair.before);
  const now = readRules(pair.after);
  const fresh = now.filter(rule => !old.some(isSameAs(rule)));
  const gone = old.filter(rule => !now.some(isSameAs(rule)));
  return [
    ...fresh.map(rule => describeNew(rule, path)),
    ...gone.map(
      (rule): PromiseChange => ({
        code: rule.isTransition ? 'immutability-changed' : 'rule-removed',
        severity: 'safe',
        path,
        ...tell('schema.ruleGone', { path, rule: rule.words }),
        before: rule.rule,
      }),
    ),
  ];
}

interface Rule {
  readonly rule: string;
  readonly words: string;
  readonly isTransition: boolean;
}

function describeNew(rule: Rule, path: string): PromiseChange {
  return rule.isTransition
    ? {
        code: 'immutability-changed',
        severity: 'risky',
        path,
        ...tell('schema.changesLimited', { path, rule: rule.words }),
        after: rule.rule,
      }
    : {
        code: 'rule-added',
        severity: 'breaking',
        path,
        ...tell('schema.ruleNew', { path, rule: rule.words }),
        after: rule.rule,
      };
}

function readRules(schema: CrdSchema): Rule[] {
  return listOf(schema, 'x-kubernetes-validations').flatMap(entry => {
    const { rule, message, optionalOldSelf } = asSchema(entry);
    if (typeof rule !== 'string') {
      return [];
    }
    return [
      {
        rule,
        words:
          typeof message === 'string' && message !== ''
            ? showText(message)
            : showValue(rule),
        isTransition: /\boldSelf\b/.test(rule) && optionalOldSelf !== true,
      },
    ];
  });
}

function isSameAs(rule: Rule): (other: Rule) => boolean {
  return other =>
    other.rule === rule.rule && other.isTransition === rule.isTransition;
}

function showText(message: string): string {
  return message.length > 200 ? `${message.slice(0, 199)}…` : message;
}
