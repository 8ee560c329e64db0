/**
 * The language of Kratix Portal: model, parsing, phases, names, contracts and permissions. Pure.
 *
 * @packageDocumentation
 */
export * from './attention';
export * from './compound';
export * from './contracts';
export * from './delivery';
export * from './entities';
export * from './fleet';
export * from './impact';
export * from './kubernetes';
export * from './manifest';
export * from './model';
export * from './names';
export * from './operations';
export * from './offers';
export * from './permissions';
export * from './promotion';
export * from './pullRequests';
export * from './rollout';
export * from './structural';
export * from './templates';
export * from './wording';
export * from './workflow';
