import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/**
 * Who it was: a link where the text is an entity's reference, else the text as it stands.
 * @internal
 */
export function PersonLink({ person }: { person: string }) {
  return isEntityRef(person) ? (
    <EntityRefLink entityRef={person} defaultKind="user" hideIcon />
  ) : (
    <>{person}</>
  );
}

/** The stamp stands on an object that anyone with access to the cluster may have written. */
function isEntityRef(text: string): boolean {
  try {
    const { kind } = parseEntityRef(text);
    return /^(user|group)$/i.test(kind);
  } catch {
    return false;
  }
}
