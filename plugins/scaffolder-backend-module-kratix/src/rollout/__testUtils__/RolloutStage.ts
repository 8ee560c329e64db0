import type { Entity } from '@backstage/catalog-model';
import { kratixActionIds } from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { createDestination } from '../../__testUtils__/createDestination';
import { FakeGitea } from '../../__testUtils__/FakeGitea';
import { redisPromise } from '../../__testUtils__/redisPromise';
import { until } from '../../__testUtils__/runTask';
import { startScaffolder } from '../../__testUtils__/startScaffolder';

const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
const promises = { ...kratix, resource: 'promises' };
const revisions = { ...kratix, resource: 'promiserevisions' };
const bindings = { ...kratix, resource: 'resourcebindings' };
const redises = { group: 'example.com', version: 'v1', resource: 'redises' };

interface RequestMarks {
  readonly labels?: Record<string, string>;
  readonly annotations?: Record<string, string>;
}

/** A platform whose requests run v1 and are offered v2, and a scaffolder that moves them. */
export class RolloutStage {
  readonly #backends: { stop(): Promise<void> }[] = [];

  private constructor(
    private readonly sandbox: Sandbox,
    private readonly gitea: FakeGitea,
  ) {}

  static async open(): Promise<RolloutStage> {
    const sandbox = await createSandbox({
      authorization: 'rbac',
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      log: () => undefined,
    });
    createDestination(sandbox);
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    sandbox.cluster.create(promises, promiseAt('v1'));
    await until(async () => sandbox.cluster.serves(redises));
    return new RolloutStage(sandbox, await FakeGitea.start());
  }

  async close(): Promise<void> {
    await Promise.all(this.#backends.map(backend => backend.stop()));
    await this.sandbox.close();
    await this.gitea.stop();
  }

  order(name: string, metadata: RequestMarks = {}): void {
    this.sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { namespace: 'team-a', name, ...metadata },
      spec: { size: 'small' },
    });
  }

  /** Requests that are ready at v1, and v2 offered to them. */
  async begin(requests: Readonly<Record<string, RequestMarks>>): Promise<void> {
    Object.entries(requests).forEach(([name, marks]) =>
      this.order(name, marks),
    );
    await this.settleAtV1(...Object.keys(requests));
    await this.offerV2();
  }

  /** The versions that requests run. */
  versionsOf(...names: string[]): (string | undefined)[] {
    return names.map(name => {
      const found = this.sandbox.cluster.get(redises, {
        namespace: 'team-a',
        name,
      });
      return (found?.status as { promiseVersion?: string } | undefined)
        ?.promiseVersion;
    });
  }

  /** The versions that their bindings say. */
  followed(...names: string[]): (string | undefined)[] {
    return names.map(
      name =>
        (this.#bindingOf(name)?.spec as { version?: string } | undefined)
          ?.version,
    );
  }

  /** Ready at v1, and following that version and no other. */
  async settleAtV1(...names: string[]): Promise<void> {
    await until(async () =>
      this.versionsOf(...names).every(each => each === 'v1'),
    );
    names.forEach(name => {
      this.sandbox.cluster.mutate(
        bindings,
        {
          namespace: 'team-a',
          name: this.#bindingOf(name)?.metadata.name ?? '',
        },
        draft => {
          draft.spec = { ...(draft.spec as object), version: 'v1' };
        },
      );
    });
  }

  async offerV2(): Promise<void> {
    const v2 = promiseAt('v2');
    this.sandbox.cluster.mutate(promises, { name: 'redis' }, draft => {
      draft.metadata.labels = v2.metadata.labels;
      draft.spec = v2.spec;
    });
    await until(async () => this.sandbox.cluster.list(revisions).length === 2);
  }

  /** A scaffolder with a Template that rolls out. */
  async startScaffolder(input: object) {
    const template = rolloutTemplate(input);
    const backend = await startScaffolder(
      { sandbox: this.sandbox, gitea: this.gitea, isDirect: true },
      [template],
    );
    this.#backends.push(backend);
    return { server: backend.server, template };
  }

  #bindingOf(name: string) {
    return this.sandbox.cluster
      .list(bindings)
      .find(
        ({ metadata }) => metadata.labels?.['kratix.io/resource-name'] === name,
      );
  }
}

function promiseAt(version: string) {
  const base = redisPromise();
  return {
    ...base,
    metadata: {
      ...base.metadata,
      labels: { 'kratix.io/promise-version': version },
      annotations: { 'sandbox.kratix-portal.io/duration': '1100ms' },
    },
    spec: {
      ...base.spec,
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'configure' },
              spec: {
                containers: [
                  { name: `render-${version}`, image: 'example/render' },
                ],
              },
            },
          ],
        },
      },
    },
  };
}

function rolloutTemplate(input: object): Entity {
  const outputs = [
    'moved',
    'failed',
    'skipped',
    'rolledBack',
    'notStarted',
  ].map(name => [name, `\${{ steps.rollout.output.${name} }}`]);
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'order', namespace: 'default' },
    spec: {
      type: 'service',
      parameters: [],
      steps: [
        {
          id: 'rollout',
          name: 'Roll out',
          action: kratixActionIds.rollout,
          input: { promise: 'redis', timeoutMinutes: 1, ...input },
        },
      ],
      output: Object.fromEntries(outputs),
    },
  };
}
