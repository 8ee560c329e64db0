import type { Json } from '../__fixtures__/json';
import { redisPromise } from '../__fixtures__/redisPromise';
import { parsePromise } from '../kubernetes';
import { buildImpactReport } from './ImpactReport';
import { comparePromises } from './comparePromises';
import { toImpactMarkdown } from './toImpactMarkdown';

describe('comparePromises', () => {
  it('finds nothing between a Promise and its copy on another platform', () => {
    const copy = redis(promise => {
      promise.metadata.uid = 'another';
      promise.metadata.resourceVersion = '1';
      Object.assign(promise, { status: {} });
    });

    expect(comparePromises(redis(), copy)).toEqual([]);
  });

  it.each<[string, (promise: Json) => void, string[]]>([
    [
      'an image',
      promise => {
        step(promise).image = 'example.test/redis:v9';
      },
      [
        'risky image-changed spec.workflows.resource.configure.instance-configure.run',
      ],
    ],
    [
      'the namespace of the pipelines',
      promise => {
        promise.spec.workflows.config.pipelineNamespace = 'elsewhere';
      },
      ['risky pipeline-changed spec.workflows.config.pipelineNamespace'],
    ],
    [
      'a command',
      promise => {
        step(promise).command = ['sh'];
      },
      [
        'risky pipeline-changed spec.workflows.resource.configure.instance-configure',
      ],
    ],
    [
      'a pipeline less',
      promise => {
        promise.spec.workflows.resource.delete = [];
      },
      ['risky pipeline-removed spec.workflows.resource.delete.instance-delete'],
    ],
    [
      'what it installs',
      promise => {
        promise.spec.dependencies[0].data = { some: 'other' };
      },
      ['risky dependencies-changed spec.dependencies'],
    ],
    [
      'where things go',
      promise => {
        promise.spec.destinationSelectors[0].matchLabels.environment = 'prod';
      },
      ['risky selectors-changed spec.destinationSelectors'],
    ],
    [
      'what it needs',
      promise => {
        promise.spec.requiredPromises[0].version = 'v2.0.0';
      },
      ['risky requirement-changed spec.requiredPromises'],
    ],
    [
      'its kind',
      promise => {
        promise.spec.api.spec.names.kind = 'Cache';
      },
      ['breaking api-identity-changed spec.api.spec.names.kind'],
    ],
    [
      'an API less',
      promise => {
        delete promise.spec.api;
      },
      ['breaking api-removed spec.api'],
    ],
    [
      'the version of its API',
      promise => {
        promise.spec.api.spec.versions[0].name = 'v1';
      },
      [
        'breaking stored-version-removed spec.api.spec.versions',
        'breaking version-removed spec.api.spec.versions',
        'risky storage-version-changed spec.api.spec.versions',
        'safe version-added spec.api.spec.versions',
      ],
    ],
    [
      'a field that must be there',
      promise => {
        const { spec } = schema(promise).properties;
        spec.properties.zone = { type: 'string' };
        spec.required = [...(spec.required ?? []), 'zone'];
      },
      ['breaking field-added spec.zone'],
    ],
    [
      'a status, which no request says',
      promise => {
        schema(promise).properties.status = { type: 'object', properties: {} };
      },
      ['safe text-changed status'],
    ],
    [
      'a status that must hold more, which Kratix replaces',
      promise => {
        schema(promise).properties.status = {
          type: 'object',
          properties: { url: { type: 'string', maxLength: 3 } },
          required: ['url'],
        };
      },
      ['safe text-changed status'],
    ],
    [
      'a short name more',
      promise => {
        promise.spec.api.spec.names.shortNames = ['rd'];
      },
      ['breaking api-identity-changed spec.api.spec.names.shortNames'],
    ],
    [
      'another group, and with it another CRD',
      promise => {
        promise.spec.api.spec.group = 'other.example.org';
        promise.spec.api.metadata.name = promise.spec.api.metadata.name.replace(
          /\.[^]*/,
          '.other.example.org',
        );
      },
      ['breaking api-identity-changed spec.api.spec.group'],
    ],
    [
      'another conversion',
      promise => {
        promise.spec.api.spec.conversion = { strategy: 'Webhook' };
      },
      ['risky conversion-changed spec.api.spec.conversion.strategy'],
    ],
    [
      'a version that is kept and no longer served',
      promise => {
        const [version] = promise.spec.api.spec.versions;
        promise.spec.api.spec.versions = [
          { ...version, served: false, storage: false },
          { ...version, name: 'v1' },
        ];
      },
      [
        'breaking version-removed spec.api.spec.versions',
        'risky storage-version-changed spec.api.spec.versions',
        'safe version-added spec.api.spec.versions',
      ],
    ],
    [
      'metadata that must be there, which no object is without',
      promise => {
        const { required = [] } = schema(promise);
        schema(promise).required = [...required, 'metadata', 'kind'];
      },
      [],
    ],
    [
      'the namespace of a pipeline, which Kratix does not go by',
      promise => {
        promise.spec.workflows.resource.configure[0].metadata.namespace = 'x';
      },
      [],
    ],
    [
      'how often all is done again',
      promise => {
        promise.spec.workflows.config.reconciliationInterval = '1h';
      },
      ['risky pipeline-changed spec.workflows.config.reconciliationInterval'],
    ],
  ])('finds %s', (_title, change, expected) => {
    expect(
      comparePromises(redis(), redis(change)).map(
        ({ severity, code, path }) => `${severity} ${code} ${path}`,
      ),
    ).toEqual(expected);
  });
});

describe('the words of comparePromises', () => {
  it.each<[string, (promise: Json) => void, RegExp[]]>([
    [
      'an image and a command',
      promise => {
        Object.assign(step(promise), { image: 'new', command: ['sh'] });
      },
      [
        /^Step run of instance-configure \(resource\.configure\) runs new instead of /,
        /^Pipeline instance-configure \(resource\.configure\) runs with another command\.$/,
      ],
    ],
    [
      'a step by another name, whatever else it says',
      promise => {
        Object.assign(step(promise), { name: 'go', command: ['sh'] });
      },
      [
        /^Pipeline instance-configure \(resource\.configure\) has the steps go with \S+ instead of run with \S+\.$/,
      ],
    ],
    [
      'rights and retries',
      promise => {
        Object.assign(promise.spec.workflows.resource.configure[0].spec, {
          rbac: { permissions: [{ verbs: ['get'] }] },
          jobOptions: { backoffLimit: 1 },
        });
      },
      [/ runs with another set of permissions, way to retry\.$/],
    ],
    [
      'objects that come, go and differ',
      promise => {
        const [first] = promise.spec.dependencies;
        promise.spec.dependencies = [
          { ...first, data: { other: 'x' } },
          { kind: 'Secret', metadata: { name: 'b', namespace: 'a' } },
        ];
      },
      [
        /^The Promise now installs on its Destinations: Secret a\/b\.$/,
        /^The Promise installs on its Destinations in another state: Namespace\.$/,
      ],
    ],
    [
      'a requirement of any version',
      promise => {
        delete promise.spec.requiredPromises[0].version;
      },
      [/^It needs \S+ at any version instead of v/],
    ],
  ])('say %s', (_title, change, expected) => {
    const messages = comparePromises(redis(), redis(change)).map(
      ({ message }) => message,
    );

    expect(messages).toEqual(expected.map(each => expect.stringMatching(each)));
  });
});

describe('buildImpactReport', () => {
  it('tells once of each version that requests may be stored as, and that is gone', () => {
    const rename = (promise: Json) => {
      promise.spec.api.spec.versions[0].name = 'v2';
    };
    const storedVersions = ['v0', 'v1alpha1', 'v2'];

    const report = buildImpactReport(
      { before: redis(), after: redis(rename) },
      { storedVersions },
    );

    const gone = report.changes.filter(
      ({ code }) => code === 'stored-version-removed',
    );
    expect(gone.map(({ before }) => before)).toEqual(['v0', 'v1alpha1']);
    expect(report.severity).toBe('breaking');
  });
});

describe('toImpactMarkdown', () => {
  it('says once that many fields are described in other words', () => {
    const report = buildImpactReport({
      before: redis(),
      after: redis(promise => {
        const { spec } = schema(promise).properties;
        for (const field of [spec, ...Object.values<Json>(spec.properties)]) {
          field.description = 'Another text';
        }
      }),
    });

    const lines = toImpactMarkdown(report).split('\n');

    expect(report.changes.length).toBeGreaterThan(2);
    expect(lines.filter(line => line.startsWith('- '))).toEqual([
      expect.stringMatching(
        /^- \*\*safe\*\*: \d+ fields are described in other words: spec, /,
      ),
    ]);
  });

  it('lets no text be markup or a mention', () => {
    const requests = [
      {
        name: 'x|y`z',
        owner: 'group:default/a',
        verdict: 'refused' as const,
        reasons: [
          { path: 'spec.a', message: '![x](http://e/)|<b>\n@team | # no' },
        ],
        differences: [],
      },
    ];
    const report = buildImpactReport(
      { before: redis(), after: redis() },
      { requests },
    );

    const text = toImpactMarkdown(report);

    expect(text).toContain(
      "- `x|y'z` of `group:default/a`: Would be refused: spec.a \\!\\[x\\]\\(http://e/\\)\\|&lt;b&gt; &#64;team \\| \\# no",
    );
    expect(report.severity).toBe('breaking');
  });

  it('stays within what a forge takes, and says what it leaves out', () => {
    const requests = Array.from({ length: 300 }, (_, index) => ({
      name: `request-${index}`,
      verdict: 'refused' as const,
      reasons: Array.from({ length: 5 }, () => ({
        path: 'spec.a',
        message: 'x'.repeat(500),
      })),
      differences: [],
    }));
    const report = buildImpactReport(
      { before: redis(), after: redis() },
      { requests },
    );

    const text = toImpactMarkdown(report);

    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('300 would be refused');
    expect(text).toMatch(/… and \d+ more requests\.\s*$/);
  });
});

function redis(change: (promise: Json) => void = () => {}) {
  const promise: Json = structuredClone(redisPromise());
  change(promise);
  const parsed = parsePromise(promise);
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

function step(promise: Json) {
  return promise.spec.workflows.resource.configure[0].spec.containers[0];
}

function schema(promise: Json) {
  return promise.spec.api.spec.versions[0].schema.openAPIV3Schema;
}
