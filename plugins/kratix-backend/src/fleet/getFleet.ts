import type { RequestHandler } from 'express';
import {
  buildFleet,
  fleetQuerySchema,
  fleetResponseSchema,
  fleetTemplateEntityRef,
  kratixPromiseReadPermission,
  promiseWords,
  promotionTemplateName,
  type FleetCell,
  type FleetCellResponse,
  type FleetResponse,
  type FleetRow,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestAccess } from '../authorization';
import {
  credentialsOf,
  findRequestAccess,
  indexPlatforms,
} from '../lists/ListContext';
import { parseInput } from '../routes/parseInput';
import type { PlatformIndex } from '../lists/RequestIndex';
import { toOffer } from '../lists/toOffer';
import type { FleetContext } from './FleetContext';

/**
 * `GET /fleet`
 * @internal
 */
export function getFleet(context: FleetContext): RequestHandler {
  return async (req, res) => {
    const credentials = await credentialsOf(context, req);
    await context.authorizer.require(kratixPromiseReadPermission, credentials);
    const { reference } = parseInput(fleetQuerySchema, req.query);
    const access = await findRequestAccess(context, credentials);
    const indexes = await indexPlatforms(context);
    const rows = buildFleet(
      indexes.map(({ snapshot }) => snapshot),
      { reference, compare: context.comparisons.compare },
    );
    res.json(
      fleetResponseSchema.parse({
        platforms: indexes.map(toPlatform),
        rows: rows.map(row => toRow(row, indexes, { ...context, access })),
      }),
    );
  };
}

function toPlatform({
  platform,
  snapshot,
}: PlatformIndex): FleetResponse['platforms'][number] {
  return {
    name: platform.name,
    title: platform.title,
    isSandbox: platform.isSandbox,
    isKnown: snapshot.promises.state === 'synced',
    problem: snapshot.promises.problem,
    promotion: platform.promotion && {
      template: fleetTemplateEntityRef(platform, promotionTemplateName),
    },
  };
}

interface CellOptions extends Pick<FleetContext, 'select'> {
  readonly access: RequestAccess | undefined;
}

function toRow(
  row: FleetRow,
  indexes: readonly PlatformIndex[],
  options: CellOptions,
): FleetResponse['rows'][number] {
  const promise = row.cells.find(
    ({ platform }) => platform === row.reference,
  )?.promise;
  return {
    promise: row.promise,
    title: promise ? promiseWords(promise).title : row.promise,
    reference: row.reference,
    cells: row.cells.map(cell =>
      toCell(
        cell,
        indexes.find(({ platform }) => platform.name === cell.platform),
        options,
      ),
    ),
  };
}

function toCell(
  { promise, platform, state, marks }: FleetCell,
  index: PlatformIndex | undefined,
  options: CellOptions,
): FleetCellResponse {
  const cell = { platform, state, marks: [...marks] };
  if (!promise || !index) {
    return cell;
  }
  const { version, availability, entityRef, phases } = toOffer(
    promise,
    index,
    options,
  );
  return {
    ...cell,
    version,
    availability,
    entityRef,
    phases,
    createdAt: promise.createdAt,
  };
}
