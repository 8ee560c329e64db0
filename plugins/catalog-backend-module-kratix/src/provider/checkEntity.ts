import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  DefaultNamespaceEntityPolicy,
  domainEntityV1alpha1Validator,
  EntityPolicies,
  entityEnvelopeSchemaValidator,
  FieldFormatEntityPolicy,
  groupEntityV1alpha1Validator,
  NoForeignRootFieldsEntityPolicy,
  resourceEntityV1alpha1Validator,
  SchemaValidEntityPolicy,
  systemEntityV1alpha1Validator,
  type Entity,
  type KindValidator,
} from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import { isPlainValue } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Says why the catalog would refuse an entity, by the catalog's own rules; undefined when it would not.
 *
 * @remarks
 * Rejects keys like `$text` even from transformers: the catalog would resolve them with its own credentials.
 *
 * One malformed envelope rejects a whole mutation, and everything else surfaces only later and per entity
 * (`connectEntityProviders` of plugin-catalog-backend 4.0), so each entity is judged alone beforehand.
 * @internal
 */
export async function checkEntity(entity: Entity): Promise<string | undefined> {
  if (!isPlainValue(entity)) {
    return 'it has a key that the catalog would act upon, beginning with "$"';
  }
  try {
    validateEnvelope(entity);
    const complete = await policy.enforce(entity);
    if (!complete) {
      return 'the catalog does not accept it';
    }
    const verdicts = await Promise.all(
      kindValidators.map(validator => validator.check(complete)),
    );
    // Of another API group than the catalog's own, it is for a processor that the adopter has added.
    return verdicts.includes(true) || !isOfCatalog(complete)
      ? undefined
      : `the catalog knows no kind ${entity.kind} of ${entity.apiVersion}`;
  } catch (error) {
    return stringifyError(error);
  }
}

const validateEnvelope = entityEnvelopeSchemaValidator();

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new DefaultNamespaceEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

function isOfCatalog({ apiVersion }: Entity): boolean {
  return /^([\w-]+\.)?backstage\.io\//.test(apiVersion);
}

// What the suite makes, and what adopters may add to it.
const kindValidators: readonly KindValidator[] = [
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  domainEntityV1alpha1Validator,
  groupEntityV1alpha1Validator,
  resourceEntityV1alpha1Validator,
  systemEntityV1alpha1Validator,
  templateEntityV1beta3Validator,
];
