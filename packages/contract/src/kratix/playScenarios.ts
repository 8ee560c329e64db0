import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { ContractTarget } from '../target';
import type { Manifest } from './Manifest';
import { Platform } from './Platform';
import { pathOf, type KnownKind } from './resourcePaths';
import { COMMON_PROMISE, type Scenario } from './scenarios';
import { Stage, type Seen } from './Stage';

const FIXTURES = join(__dirname, '../../fixtures');
const NAMESPACE = 'contract';

/** What one scenario saw, or why it did not come to its end. @internal */
export type Outcome = Seen & { error?: unknown };

/**
 * Plays all scenarios, several at a time: each has its own request, and most of the time of a real platform
 * is spent waiting.
 * @internal
 */
export async function playScenarios(
  target: ContractTarget,
  scenarios: readonly Scenario[],
  options: { atOnce: number; patienceMs: number; quietMs: number },
): Promise<Map<string, Outcome>> {
  const platform = new Platform(target.api, options.patienceMs);
  await prepare(platform, target);
  const newStage = () =>
    new Stage({
      platform,
      kubeConfig: target.kubeConfig,
      namespace: NAMESPACE,
      quietMs: options.quietMs,
    });
  await newStage().install({ name: COMMON_PROMISE });

  const outcomes = new Map<string, Outcome>();
  const queue = [...scenarios];
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      outcomes.set(next.name, await playOne(next, newStage()));
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, work));
  return outcomes;
}

async function playOne(scenario: Scenario, stage: Stage): Promise<Outcome> {
  try {
    await scenario.play(stage);
    return stage.close();
  } catch (error) {
    return { ...stage.close(), error };
  }
}

async function prepare(platform: Platform, target: ContractTarget) {
  await platform.apply(pathOf('Namespace'), {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  // A real platform for tests brings these along, with stores that take writes.
  const files = ['broken-destination.yaml'].concat(
    target.name === 'sandbox' ? ['sandbox-destinations.yaml'] : [],
  );
  for (const file of files) {
    const text = readFileSync(join(FIXTURES, file), 'utf8');
    for (const document of parseAllDocuments(text)) {
      const object = document.toJS() as Manifest;
      const path = pathOf(object.kind as KnownKind, object.metadata.namespace);
      await platform.apply(path, object);
    }
  }
}
