import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseAllDocuments } from 'yaml';
import { inRepository } from '../toolchain/repository.mjs';
import { apply } from './kubectl.mjs';

const TRIES = 60;
const SANDBOX_ONLY = /^sandbox\.kratix-portal\.io\//;

/**
 * Puts examples/ on a real platform: as they are, but for the stores, which become the platform's own, and the
 * annotations that only the sandbox obeys, so that nobody can say they had a part in it.
 */
export async function installExamples(platform) {
  await apply(platform, readExamples('namespaces.yaml'));
  await apply(platform, buildDestinations());
  const promises = readFolder('promises').map(promise =>
    platform.kratixInsteadOf ? asBefore2025(promise) : promise,
  );
  await apply(platform, promises);
  // The API of a Promise is there a moment after it, and of some never: they wait for another.
  const requests = readFolder('requests');
  const served = promises.filter(isInstallable);
  const kinds = served.map(({ spec }) => spec.api?.spec.names.kind);
  await retry(() =>
    apply(
      platform,
      requests.filter(({ kind }) => kinds.includes(kind)),
    ),
  );
}

/** `workflows.config`, which is empty in all of them, came in 2025, and nothing is applied with an unknown field. */
function asBefore2025(promise) {
  const { config, ...workflows } = promise.spec.workflows;
  return { ...promise, spec: { ...promise.spec, workflows } };
}

function isInstallable({ spec }) {
  return !spec.requiredPromises?.some(({ name }) => name === 'event-backbone');
}

function readFolder(folder) {
  return readdirSync(inRepository('examples', folder)).flatMap(name =>
    readExamples(folder, name),
  );
}

function readExamples(...path) {
  const text = readFileSync(inRepository('examples', ...path), 'utf8');
  return parseAllDocuments(text)
    .map(document => withoutSandbox(document.toJS()))
    .filter(Boolean);
}

function withoutSandbox(object) {
  const { annotations = {} } = object.metadata;
  object.metadata.annotations = Object.fromEntries(
    Object.entries(annotations).filter(([key]) => !SANDBOX_ONLY.test(key)),
  );
  return object;
}

/** Their stores become the two that the platform brings: one that takes everything, one that takes nothing. */
function buildDestinations() {
  const destinations = readExamples('destinations.yaml')
    .filter(({ kind }) => kind === 'Destination')
    // The platform has one for previews already.
    .filter(({ metadata }) => metadata.name !== 'preview');
  for (const { spec, metadata } of destinations) {
    spec.path = metadata.name;
    spec.stateStoreRef = { kind: 'BucketStateStore', name: 'default' };
  }
  return destinations;
}

async function retry(act) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (tries === TRIES) {
        throw error;
      }
      await sleep(1000);
    }
  }
}
