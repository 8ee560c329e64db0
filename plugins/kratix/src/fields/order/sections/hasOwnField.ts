import { kratixFieldNames } from '../../fieldNames';
import { isRecord } from '../readOrder';

/**
 * Whether a part of a form holds a field that an app brings. Some of them choose a value as soon as they are
 * shown (the pickers of Backstage do where there is one choice).
 * @internal
 */
export function hasOwnField(uiSchema: unknown): boolean {
  if (!isRecord(uiSchema)) {
    return false;
  }
  const { 'ui:field': field, ...children } = uiSchema;
  return (
    (typeof field === 'string' && field !== kratixFieldNames.yaml) ||
    Object.values(children).some(hasOwnField)
  );
}
