import {
  deliveryTone,
  type DeliveryGroup,
  type DeliveryPlacement,
  type DeliveryResponse,
  type DeliveryWork,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * One part of a Work on its way: a row of the picture.
 * @internal
 */
export interface Lane {
  readonly key: string;
  readonly work: DeliveryWork;
  readonly group: DeliveryGroup;
}

/** @internal */
export function toLanes({ works }: DeliveryResponse): Lane[] {
  return works.flatMap(work =>
    work.groups.map(group => ({
      key: `${work.name}/${group.id}`,
      work,
      group,
    })),
  );
}

/**
 * What is open below the picture.
 * @internal
 */
export interface Opened {
  readonly lane: Lane;
  readonly part: 'files' | 'place' | 'store';
  /** Of `place` and `store`; undefined where nothing was placed. */
  readonly placement?: DeliveryPlacement;
}

/**
 * What a link asks to see; where it asks for nothing, the first thing that is wrong.
 * @internal
 */
export function findOpened(
  lanes: readonly Lane[],
  asked: { lane: string | null; part: string | null; place: string | null },
): Opened | undefined {
  const lane = lanes.find(({ key }) => key === asked.lane);
  if (!lane) {
    return asked.part === 'none' ? undefined : findTrouble(lanes);
  }
  const { part } = asked;
  const placement =
    lane.group.placements.find(({ name }) => name === asked.place) ??
    lane.group.placements[0];
  switch (part) {
    case 'place':
    case 'store':
      return { lane, part, ...(placement && { placement }) };
    default:
      return { lane, part: 'files' };
  }
}

function findTrouble(lanes: readonly Lane[]): Opened | undefined {
  const lane = lanes.find(({ group }) => deliveryTone(group.reason) === 'bad');
  const placement = lane?.group.placements.find(
    ({ reason }) => deliveryTone(reason) === 'bad',
  );
  return lane && { lane, part: 'place', ...(placement && { placement }) };
}
