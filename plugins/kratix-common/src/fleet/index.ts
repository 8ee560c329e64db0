export {
  buildFleet,
  type FleetCell,
  type FleetOptions,
  type FleetRow,
} from './buildFleet';
export type { DriftMark } from './DriftMark';
