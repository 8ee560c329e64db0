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
        promise.spec.dependencies[0].kind = 'Other';
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
      ['safe field-added status'],
    ],
  ])('finds %s', (_title, change, expected) => {
    expect(
      comparePromises(redis(), redis(change)).map(
        ({ severity, code, path }) => `${severity} ${code} ${path}`,
      ),
    ).toEqual(expected);
  });
});

describe('toImpactMarkdown', () => {
  it('lets no text be markup, a mention or another cell', () => {
    const report = buildImpactReport({ before: redis(), after: redis() }, [
      {
        name: 'x|y`z',
        owner: 'group:default/a',
        verdict: 'refused',
        reasons: [
          { path: 'spec.a', message: '![x](http://e/)|<b>\n@team | # no' },
        ],
        differences: [],
      },
    ]);

    const text = toImpactMarkdown(report);

    expect(text).toContain(
      "| `x\\|y'z` | `group:default/a` | Would be refused: spec.a \\!\\[x\\]\\(http://e/\\)\\|&lt;b&gt; &#64;team \\| \\# no |",
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
      requests,
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
