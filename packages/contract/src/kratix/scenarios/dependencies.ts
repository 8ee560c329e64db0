import { conditionOf, type Manifest } from '../Manifest';
import { pathOf } from '../resourcePaths';
import type { Stage } from '../Stage';
import { unzipContent } from '../unzipContent';
import type { Scenario } from './Scenario';

/** What a Promise puts on Destinations for all its requests. @internal */
export const dependencies: readonly Scenario[] = [
  {
    name: 'dependencies-changed',
    async play(stage) {
      const name = 'contract-static';
      const tier = (level: string) => configMap('tier', { level });
      await stage.follow(pathOf('Promise'), name);
      await stage.install({ name, dependencies: [tier('basic')] });
      await untilWritten(stage, name, 'basic');
      await stage.lookAtPromise('installed', name);

      const more = [tier('better'), configMap('extra', {})];
      await stage.install({ name, version: 'v1.1.0', dependencies: more });
      await untilWritten(stage, name, 'better');
      await stage.lookAtPromise('changed', name);

      await stage.install({ name, version: 'v1.2.0' });
      await stage.platform.until('its Work is gone', async () => {
        const works = await worksOf(stage, name);
        return works.length === 0;
      });
      await stage.lookAtPromise('without', name);
    },
  },
];

function configMap(name: string, data: Readonly<Record<string, string>>) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    data,
  };
}

/** Written to "dev" with this text in it. */
async function untilWritten(
  stage: Stage,
  promise: string,
  text: string,
): Promise<void> {
  await stage.platform.until(`${text} is written`, async () => {
    const works = await worksOf(stage, promise);
    const placements = await Promise.all(
      works.map(({ metadata }) =>
        stage.platform.list(pathOf('WorkPlacement', SYSTEM), {
          'kratix.io/work': metadata.name,
        }),
      ),
    );
    return placements
      .flat()
      .some(
        placement =>
          conditionOf(placement, 'Ready')?.startsWith('True/') &&
          contentsOf(placement).some(content => content.includes(text)),
      );
  });
}

function contentsOf({ spec }: Manifest): string[] {
  const workloads = (spec?.workloads ?? []) as { content: string }[];
  return workloads.map(({ content }) => unzipContent(content));
}

function worksOf({ platform }: Stage, promise: string): Promise<Manifest[]> {
  return platform.list(pathOf('Work', SYSTEM), {
    'kratix.io/promise-name': promise,
  });
}

const SYSTEM = 'kratix-platform-system';
