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
  const rewritten = fresh.flatMap(rule => {
    const was = gone.find(isNamedAs(rule));
    return was ? [{ was, rule }] : [];
  });
  const isRewritten = (rule: Rule) =>
    rewritten.some(each => each.rule === rule || each.was === rule);
  return [
    ...rewritten.map(each => describeRewritten(each, path)),
    ...fresh
      .filter(rule => !isRewritten(rule))
      .map(rule => describeNew(rule, path)),
    ...gone
      .filter(rule => !isRewritten(rule))
      .map(
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

/** What it demands has the same words, and is asked in another way: that may be more or less. */
function describeRewritten(
  { was, rule }: { readonly was: Rule; readonly rule: Rule },
  path: string,
): PromiseChange {
  return {
    code: 'rule-changed',
    severity: rule.isTransition ? 'risky' : 'breaking',
    path,
    ...tell('schema.ruleRewritten', { path, rule: rule.words }),
    before: was.rule,
    after: rule.rule,
  };
}

interface Rule {
  readonly rule: string;
  readonly words: string;
  /** Of its author; absent where the rule speaks for itself. */
  readonly message?: string;
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
        ...(typeof message === 'string' && message !== '' && { message }),
        isTransition: /\boldSelf\b/.test(rule) && optionalOldSelf !== true,
      },
    ];
  });
}

function isSameAs(rule: Rule): (other: Rule) => boolean {
  return other =>
    other.rule === rule.rule && other.isTransition === rule.isTransition;
}

function isNamedAs(rule: Rule): (other: Rule) => boolean {
  return other =>
    other.message !== undefined &&
    other.message === rule.message &&
    other.isTransition === rule.isTransition;
}

function showText(message: string): string {
  return message.length > 200 ? `${message.slice(0, 199)}…` : message;
}
