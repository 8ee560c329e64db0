import {
  CommonValidatorFunctions,
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * What an entity reference in an annotation may leave out, and what it may point to.
 * @internal
 */
export interface EntityRefRules {
  readonly defaultKind: string;
  readonly defaultNamespace?: string;
  /** Lower-case; any kind without it. */
  readonly kinds?: readonly string[];
}

/**
 * An entity reference from a text of the cluster, complete and lower-case; undefined for what is none. The
 * catalog refuses an entity whose relations it cannot parse.
 * @internal
 */
export function readEntityRef(
  text: string,
  rules: EntityRefRules,
): string | undefined {
  try {
    const ref = parseEntityRef(text.trim(), {
      defaultKind: rules.defaultKind,
      defaultNamespace: rules.defaultNamespace ?? 'default',
    });
    const kind = ref.kind.toLocaleLowerCase('en-US');
    const isValid =
      KubernetesValidatorFunctions.isValidKind(ref.kind) &&
      CommonValidatorFunctions.isValidDnsLabel(
        ref.namespace.toLocaleLowerCase('en-US'),
      ) &&
      KubernetesValidatorFunctions.isValidObjectName(ref.name) &&
      (rules.kinds?.includes(kind) ?? true);
    return isValid ? stringifyEntityRef(ref) : undefined;
  } catch {
    return undefined; // parseEntityRef throws for what is no reference
  }
}
