import equal from 'fast-deep-equal';
import type { PromiseChange } from '../PromiseChange';
import type { SchemaPair } from './SchemaPair';
import { tell } from '../../wording';

/**
 * What people read and how the form shows it. Never matters to a request.
 * @internal
 */
export function compareTexts({
  before,
  after,
  path,
}: SchemaPair): PromiseChange[] {
  const changes: PromiseChange[] = [];
  if (
    before.description !== after.description ||
    before.title !== after.title
  ) {
    changes.push({
      code: 'text-changed',
      severity: 'safe',
      path,
      ...tell('schema.text', { path }),
    });
  }
  if (!equal(before['x-kratix-portal'], after['x-kratix-portal'])) {
    changes.push({
      code: 'form-changed',
      severity: 'safe',
      path,
      ...tell('schema.form', { path }),
    });
  }
  return changes;
}
