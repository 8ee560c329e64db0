import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  parseEntityRef,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  type Entity,
} from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

const kindValidators = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  templateEntityV1beta3Validator,
];

/** Throws unless the catalog takes the entity, by its own rules, relations included. */
export async function assertCatalogTakes(entity: Entity): Promise<void> {
  await policy.enforce(entity);
  const verdicts = await Promise.all(
    kindValidators.map(validator => validator.check(entity)),
  );
  if (!verdicts.includes(true)) {
    throw new Error(`The catalog knows no ${entity.kind}`);
  }
  for (const ref of relationsOf(entity)) {
    parseEntityRef(ref); // complete references only
  }
  if (hasPlaceholder(entity)) {
    throw new Error('The catalog would read an address for this entity');
  }
}

function relationsOf({ spec = {} }: Entity): string[] {
  const { owner, system, dependsOn, dependencyOf, providesApis } = spec;
  return [owner, system, dependsOn, dependencyOf, providesApis]
    .flat()
    .filter((ref): ref is string => typeof ref === 'string');
}

/** What `PlaceholderProcessor` of the catalog would replace. */
function hasPlaceholder(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([key, child]) =>
        (!Array.isArray(value) && key.startsWith('$')) || hasPlaceholder(child),
    )
  );
}
