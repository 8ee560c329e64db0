import {
  comparePromises,
  type KratixPromise,
  type PromiseChange,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Remembers how two Promises differ for as long as somebody holds both: a fleet of two thousand cells is asked
 * about by every open page, and few of them ever change.
 * @internal
 */
export class PromiseComparisons {
  private readonly known = new WeakMap<
    KratixPromise,
    WeakMap<KratixPromise, readonly PromiseChange[]>
  >();

  readonly compare = (
    before: KratixPromise,
    after: KratixPromise,
  ): readonly PromiseChange[] => {
    const ofBefore = this.known.get(before) ?? new WeakMap();
    this.known.set(before, ofBefore);
    const changes = ofBefore.get(after) ?? comparePromises(before, after);
    ofBefore.set(after, changes);
    return changes;
  };
}
