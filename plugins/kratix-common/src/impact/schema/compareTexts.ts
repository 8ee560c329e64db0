import equal from 'fast-deep-equal';
import type { PromiseChange } from '../PromiseChange';
import type { SchemaPair } from './SchemaPair';

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
      message: `${path} is described in other words.`,
    });
  }
  if (!equal(before['x-kratix-portal'], after['x-kratix-portal'])) {
    changes.push({
      code: 'form-changed',
      severity: 'safe',
      path,
      message: `${path} is shown in another way in the form.`,
    });
  }
  return changes;
}
