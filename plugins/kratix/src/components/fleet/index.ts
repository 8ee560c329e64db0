export { FleetPage } from './FleetPage';
export { ImpactPage } from './ImpactPage';
