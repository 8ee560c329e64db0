export { installKratix } from './installKratix';
export { loadManifests } from './manifests/loadManifests';
export type { ManifestProblem } from './manifests/loadManifests';
export { overlayManifests } from './manifests/overlayManifests';
export { readManifests } from './manifests/readManifests';
export type { KratixOptions, KratixProblem } from './settings';
