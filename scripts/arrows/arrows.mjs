/**
 * The arrows that must never exist, as data. ARCHITECTURE.md shows this table,
 * checkArrows enforces it, and `caught`/`fine` prove that it does.
 *
 * A row applies to the files that match `from` and none of `except`; there it
 * forbids importing what matches `imports`, using the globals in `globals`,
 * naming what is in `names`, and the property chains in `chains`.
 */
const LEAVES = [
  '@kratix-portal/backstage-plugin-kratix',
  '@kratix-portal/backstage-plugin-kratix-backend',
  '@kratix-portal/backstage-plugin-catalog-backend-module-kratix',
  '@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix',
];
const TESTS =
  /\.test\.tsx?$|\/__(fixtures|testUtils|mocks)__\/|\/setupTests\.ts$/;
const OUR_SOURCES = /^(plugins|packages)\/[^/]+\/(src|dev)\//;
const NODE_BUILTINS =
  /^(node:|(assert|buffer|child_process|crypto|events|fs|http|https|net|os|path|process|stream|tls|url|util|zlib)(\/|$))/;

const either = names => new RegExp(`^(${names.join('|')})(/.*)?$`);

export const arrows = [
  {
    id: 'nobody-imports-a-leaf',
    fromText: 'anything',
    to: 'kratix, kratix-backend, any `*-module-kratix`',
    because: 'plugins may live in different processes',
    instead:
      'move the shared part to kratix-common (pure) or kratix-node (I/O)',
    from: OUR_SOURCES,
    except: [
      // An app of its own: the page of `kratix-portal preview`.
      /^packages\/(app|backend|cli\/src\/preview\/app)\//,
      /^plugins\/[^/]+\/dev\//,
    ],
    imports: either(LEAVES),
    caught: [
      'plugins/kratix-backend/src/router.ts',
      "import { plan } from '@kratix-portal/backstage-plugin-catalog-backend-module-kratix';",
    ],
    fine: [
      'packages/backend/src/index.ts',
      "import('@kratix-portal/backstage-plugin-kratix-backend');",
    ],
  },
  {
    id: 'nothing-needs-the-sandbox',
    fromText: 'what is published, without its tests',
    to: 'the sandbox, the contract suite, real-platform',
    because: 'a product must not carry its own test bench',
    instead: 'ask for it in tests and in `dev/`',
    from: /^plugins\/[^/]+\/src\/|^packages\/cli\/src\//,
    except: [TESTS],
    imports: either(['@kratix-portal/(sandbox|contract|real-platform)']),
    caught: [
      'packages/cli/src/check/checkPromise.ts',
      "import { createCluster } from '@kratix-portal/sandbox';",
    ],
    fine: [
      'plugins/kratix-node/src/workflows/workflows.sandbox.test.ts',
      "import { createSandbox } from '@kratix-portal/sandbox';",
    ],
  },
  {
    id: 'the-sandbox-does-not-know-the-portal',
    fromText: 'the sandbox',
    to: 'our packages, but for kratix-common `apiserver`',
    because: 'a platform that shared our reading of Kratix would agree with it',
    instead:
      'write it from the source of Kubernetes or Kratix; only the judge is shared',
    from: /^packages\/sandbox\/src\//,
    imports: /^@kratix-portal\/(?!backstage-plugin-kratix-common\/apiserver$)/,
    caught: [
      'packages/sandbox/src/kratix/promise/promiseApi.ts',
      "import { parsePromise } from '@kratix-portal/backstage-plugin-kratix-common';",
    ],
    fine: [
      'packages/sandbox/src/apiserver/json/json.ts',
      "export { isObject } from '@kratix-portal/backstage-plugin-kratix-common/apiserver';",
    ],
  },
  {
    id: 'actions-leave-the-catalog-alone',
    fromText: 'a scaffolder action',
    to: 'a catalog provider, the catalog database, an "insert now" service',
    because: 'it breaks a split deployment and makes two writers for one truth',
    instead:
      'write to the cluster; wait on the catalog API if an entity is needed',
    from: /^plugins\/scaffolder-backend-module-kratix\/src\//,
    except: [TESTS],
    imports: either(['@backstage/plugin-catalog-backend']),
    names: ['catalogProcessingExtensionPoint', 'EntityProviderConnection'],
    caught: [
      'plugins/scaffolder-backend-module-kratix/src/actions/apply.ts',
      "import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';",
    ],
    fine: [
      'plugins/scaffolder-backend-module-kratix/src/actions/apply.ts',
      "import { catalogServiceRef } from '@backstage/plugin-catalog-node';",
    ],
  },
  {
    id: 'the-browser-asks-our-backend',
    fromText: 'kratix (browser)',
    to: 'the Kubernetes API, the proxy plugin, kratix-node',
    because: 'credentials, CORS and raw JSON in components',
    instead: 'ask kratix-backend, over kratix-common `contracts/`',
    from: /^plugins\/kratix\/(src|dev)\//,
    imports: either([
      '@kubernetes/client-node',
      '@kratix-portal/backstage-plugin-kratix-node',
      '@backstage/plugin-kubernetes-react',
      '@backstage/backend-plugin-api',
    ]),
    strings: /^plugin:\/\/(proxy|kubernetes)\b|\/api\/(proxy|kubernetes)\b/,
    caught: [
      'plugins/kratix/src/api/client.ts',
      "fetchApi.fetch('plugin://proxy/cluster/apis');",
    ],
    fine: [
      'plugins/kratix/src/api/client.ts',
      "fetchApi.fetch('plugin://kratix/requests');",
    ],
  },
  {
    id: 'common-runs-anywhere',
    fromText: 'kratix-common',
    to: '`node:*`, React, `@kubernetes/client-node`, services, configuration',
    because: 'it must run anywhere and be testable with values',
    instead: 'pass values in',
    from: /^plugins\/kratix-common\/src\//,
    except: [TESTS],
    imports: new RegExp(
      [
        NODE_BUILTINS.source,
        either([
          'react',
          '@kubernetes/client-node',
          '@kratix-portal/backstage-plugin-kratix-node',
          '@backstage/(backend|frontend|core)-plugin-api',
          '@backstage/(config|backend-defaults|core-components)',
        ]).source,
      ].join('|'),
    ),
    caught: [
      'plugins/kratix-common/src/names/hash.ts',
      "import { createHash } from 'node:crypto';",
    ],
    fine: ['plugins/kratix-common/src/manifest/print.ts', "import 'yaml';"],
  },
  {
    id: 'decisions-are-replayable',
    fromText:
      'a pure file (kratix-common, a folder `plan/`, `fold…`, `derive…`)',
    to: 'logger, Config, clock, random, environment, fetch, services',
    because: 'a decision must be replayable',
    instead:
      'take `now`, ids and options as arguments; return problems as data',
    from: /^plugins\/kratix-common\/src\/|^plugins\/[^/]+\/src\/(.*\/)?(plan\/|fold[A-Z]|derive[A-Z])/,
    except: [TESTS],
    imports: either([
      '@backstage/(backend|frontend|core)-plugin-api',
      '@backstage/config',
      'node:(fs|http|https|os|process|child_process|timers)',
    ]),
    globals: [
      ...['Date.now', 'new Date', 'performance.now', 'Math.random'],
      ...['crypto.randomUUID', 'process.env', 'fetch', 'console.*'],
      ...['setTimeout', 'setInterval', 'setImmediate'],
    ],
    caught: [
      'plugins/kratix-node/src/state/foldWatchEvent.ts',
      'export const fold = () => Date.now();',
    ],
    fine: [
      'plugins/kratix-node/src/state/foldWatchEvent.ts',
      'export const fold = (at: string) => new Date(at).getTime();',
    ],
  },
  {
    id: 'one-door-to-kubernetes',
    fromText: 'anything outside kratix-node `cluster/` and `requests/`',
    to: '`@kubernetes/client-node`',
    because: 'one place to upgrade, one place to fake',
    instead: 'use the services of kratix-node',
    from: /^plugins\/[^/]+\/(src|dev)\/|^packages\/(app|backend|cli)\/src\//,
    except: [TESTS, /^plugins\/kratix-node\/src\/(cluster|requests)\//],
    imports: either(['@kubernetes/client-node']),
    caught: [
      'plugins/kratix-backend/src/routes/logs.ts',
      "import type { V1Pod } from '@kubernetes/client-node';",
    ],
    fine: [
      'plugins/kratix-node/src/cluster/watch/watchCollection.ts',
      "import { Watch } from '@kubernetes/client-node';",
    ],
  },
  {
    id: 'cluster-json-is-read-once',
    fromText: 'any file of the leaves, and kratix-node `state/`',
    to: 'raw `status`, `spec` and `metadata` of cluster JSON',
    because: 'a new version of Kratix should change one folder',
    instead: 'parse it in kratix-common `kubernetes/` and use the model',
    from: /^plugins\/(kratix|kratix-backend|[a-z-]+-module-kratix)\/src\/|^plugins\/kratix-node\/src\/state\//,
    except: [TESTS],
    chains: [
      ...['status.kratix', 'status.containerStatuses'],
      ...[
        'status.observedGeneration',
        'status.lastSuccessfulConfigureWorkflowTime',
      ],
      ...['spec.api', 'spec.workflows', 'spec.destinationSelectors'],
      ...['metadata.generation', 'metadata.deletionTimestamp'],
      ...['metadata.ownerReferences', 'metadata.creationTimestamp'],
    ],
    caught: [
      'plugins/kratix/src/components/PhaseCard.tsx',
      'const paused = request.status?.kratix?.workflows;',
    ],
    fine: [
      'plugins/kratix/src/components/PhaseCard.tsx',
      'const { phase } = request; const { name } = entity.metadata;',
    ],
  },
  {
    id: 'root-services-stay-root',
    fromText: 'kratix-node, whose services are root-scoped',
    to: 'auth, scheduler, database, discovery, a plugin logger',
    because: 'it would refuse to start',
    instead:
      'rootConfig, rootLogger, rootLifecycle, rootHealth; take credentials as arguments',
    from: /^plugins\/kratix-node\/src\//,
    except: [TESTS],
    chains: [
      ...['auth', 'httpAuth', 'userInfo', 'scheduler', 'database', 'cache'],
      ...['discovery', 'logger', 'httpRouter', 'permissions', 'lifecycle'],
    ].map(name => `coreServices.${name}`),
    caught: [
      'plugins/kratix-node/src/service/kratixServiceRef.ts',
      'const deps = { scheduler: coreServices.scheduler };',
    ],
    fine: [
      'plugins/kratix-node/src/service/kratixServiceRef.ts',
      'const deps = { logger: coreServices.rootLogger };',
    ],
  },
  {
    id: 'no-memory-between-plugins',
    fromText: 'anything in plugins/',
    to: 'a module-level `let`',
    because: 'duplicates of a package and replicas of a process make it false',
    instead: 'keep state in an object that someone creates, or in the cluster',
    from: /^plugins\/[^/]+\/src\//,
    except: [TESTS],
    moduleLet: true,
    caught: ['plugins/kratix-backend/src/hints.ts', 'let last = 0;'],
    fine: [
      'plugins/kratix-backend/src/hints.ts',
      'export function f() { let last = 0; return (last += 1); }',
    ],
  },
  {
    id: 'one-road-to-the-catalog',
    fromText: 'anything but the catalog module `provider/`',
    to: '`applyMutation`',
    because: 'there must not be a second road to the catalog',
    instead: 'wake the provider; it plans from the snapshot',
    from: /^plugins\/[^/]+\/src\//,
    except: [TESTS, /^plugins\/catalog-backend-module-kratix\/src\/provider\//],
    names: ['applyMutation'],
    caught: [
      'plugins/kratix-node/src/cluster/onEvent.ts',
      'connection.applyMutation({ type: "full", entities: [] });',
    ],
    fine: [
      'plugins/catalog-backend-module-kratix/src/provider/send.ts',
      'connection.applyMutation({ type: "full", entities: [] });',
    ],
  },
];
