import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Manifest } from './Manifest';
import {
  annotationsOf,
  SANDBOX_PREFIX,
  type Play,
  type PromisePlays,
} from './plays';

const FIXTURE = join(__dirname, '../../fixtures/promise.yaml');

/** What scenarios vary in the one Promise of the fixtures. @internal */
export interface PromiseVariant {
  readonly name: string;
  readonly version?: string;
  /** The tag of the pipelines' image: another one is another version of the pipelines. */
  readonly imageTag?: string;
  readonly requires?: readonly { name: string; version: string }[];
  /** Also has pipelines of its own: `prepare` configures it, `withdraw` takes it away. */
  readonly hasOwnPipelines?: boolean;
  /** What this version of its pipelines does, whatever a request says. */
  readonly play?: PromisePlays;
  /** What it puts wherever its requests may go; its output goes to "dev" alone then. */
  readonly dependencies?: readonly unknown[];
}

/** The group that the requests of a Promise are served in: each has its own, so none takes another's. @internal */
export function groupOf(promise: string): string {
  return `${promise}.example.com`;
}

/** The fixture Promise under a name of its own, so that scenarios do not meet. @internal */
export function buildPromise(variant: PromiseVariant): Manifest {
  const text = readFileSync(FIXTURE, 'utf8')
    .replaceAll('contract-app', variant.name)
    .replaceAll('contract.example.com', groupOf(variant.name))
    .replaceAll('play:v1', `play:${variant.imageTag ?? 'v1'}`)
    .replaceAll('v1.0.0', variant.version ?? 'v1.0.0');
  const promise = parse(text) as FixturePromise;
  const { workflows } = promise.spec;
  return {
    ...promise,
    metadata: {
      ...promise.metadata,
      annotations: {
        ...promise.metadata.annotations,
        ...annotationsOf(variant.play ?? {}),
        ...(variant.hasOwnPipelines && OWN_OUTPUT),
      },
    },
    spec: {
      ...promise.spec,
      workflows: {
        ...(variant.hasOwnPipelines && {
          promise: buildOwnPipelines(variant),
        }),
        resource: {
          configure: workflows.resource.configure.map(tell(variant.play)),
          delete: workflows.resource.delete.map(tell(variant.play)),
        },
      },
      ...(variant.requires && { requiredPromises: variant.requires }),
      ...(variant.dependencies && {
        dependencies: variant.dependencies,
        destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
      }),
    },
  };
}

interface Pipeline {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly containers: readonly object[] };
}

type FixturePromise = Manifest & {
  readonly spec: {
    readonly workflows: {
      readonly resource: Record<'configure' | 'delete', readonly Pipeline[]>;
    };
  };
};

/** What fixtures/images/play leaves of a Promise, in the sandbox's words. */
const OWN_OUTPUT = {
  [`${SANDBOX_PREFIX}status.prepare`]: 'message: $(metadata.name) is prepared',
  [`${SANDBOX_PREFIX}files.prepare`]: stringify({
    'setup.yaml': {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'setup', namespace: 'default' },
      data: { promise: '$(metadata.name)' },
    },
  }),
};

function buildOwnPipelines({ imageTag = 'v1', play }: PromiseVariant) {
  const build = (name: string, container: string) =>
    tell(play)({
      metadata: { name },
      spec: {
        containers: [
          { name: container, image: `example.com/contract/play:${imageTag}` },
        ],
      },
    });
  return {
    configure: [build('prepare', 'set-up')],
    delete: [build('withdraw', 'clear')],
  };
}

/** Puts what a pipeline is to do into its containers' environment. */
function tell(plays: PromisePlays = {}): (pipeline: Pipeline) => object {
  const said: Readonly<Record<string, Play>> = plays;
  return ({ metadata, spec }) => {
    const play = said[metadata.name];
    return {
      apiVersion: 'platform.kratix.io/v1alpha1',
      kind: 'Pipeline',
      metadata,
      spec: {
        ...spec,
        containers: play
          ? spec.containers.map(container => ({
              ...container,
              env: [{ name: 'PLAY', value: JSON.stringify(play) }],
            }))
          : spec.containers,
      },
    };
  };
}
