import {
  asSchema,
  nodeKindOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';

/** Name of the form field that the frontend brings. */
const labelsField = 'KratixDestinationLabels';

/**
 * The field for a property that says where things go as Kratix's own objects do: `destinationSelectors`, a list of
 * `{ matchLabels }` (api/v1alpha1 `PromiseScheduling`). An author who means something else by it names another
 * field.
 * @internal
 */
export function findLabelsField(
  name: string,
  schema: CrdSchema,
): string | undefined {
  const item = asSchema(schema.items);
  const isSelectors =
    name === 'destinationSelectors' &&
    nodeKindOf(schema) === 'array' &&
    isOnlyLabels(item);
  return isSelectors ? labelsField : undefined;
}

function isOnlyLabels(item: CrdSchema): boolean {
  const properties = asSchema(item.properties);
  const labels = asSchema(properties.matchLabels);
  return (
    Object.keys(properties).length === 1 &&
    nodeKindOf(labels) === 'map' &&
    nodeKindOf(asSchema(labels.additionalProperties)) === 'string'
  );
}
