import { stringify } from 'yaml';
import { expandText } from '../behaviour/expand';
import type { Json } from '../json/read';
import { isRecord, recordOf, textOf } from '../json/read';
import type { JobSubject } from '../kubelet/JobSubject';
import { subjectScope } from '../kubelet/subjectScope';
import { pipelinesOf } from '../workflow/pipelines';

/**
 * The files that a pipeline leaves in `/kratix/output`. Where the Promise does not say, a ConfigMap that
 * shows what was asked for.
 * @internal
 */
export function outputFiles(subject: JobSubject): Record<string, string> {
  const scope = subjectScope(subject);
  const { files } = subject.behaviour;
  const said =
    files[subject.pipeline] ??
    (isFirstOfRequest(subject) ? files[''] : undefined);
  if (said) {
    return Object.fromEntries(
      Object.entries(said).map(([path, text]) => [
        expandText(path, scope),
        expandText(text, scope),
      ]),
    );
  }
  const isSaidElsewhere =
    subject.type === 'resource' && files[''] !== undefined;
  return isSaidElsewhere
    ? {}
    : {
        [`${subject.pipeline}.yaml`]: stringify(
          defaultManifest(subject, scope),
        ),
      };
}

function isFirstOfRequest({ type, promise, pipeline }: JobSubject): boolean {
  const [first] = pipelinesOf(promise?.spec, 'resource', 'configure');
  return type === 'resource' && first?.name === pipeline;
}

function defaultManifest(subject: JobSubject, scope: Json): Json {
  const metadata = recordOf(scope.metadata);
  const name = textOf(metadata.name) ?? subject.owner.metadata.name;
  const isRequest = subject.type === 'resource';
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: isRequest
        ? `${subject.promiseName}-${name}-${subject.pipeline}`
        : `${name}-${subject.pipeline}`,
      namespace: textOf(metadata.namespace) ?? 'default',
      labels: {
        'app.kubernetes.io/name': subject.promiseName,
        ...(isRequest && { 'app.kubernetes.io/instance': name }),
        'app.kubernetes.io/managed-by': 'kratix',
      },
    },
    data: isRequest ? flatten(recordOf(scope.spec)) : { promise: name },
  };
}

// Enough to recognise a request by, without copying a whole chart's values.
const mostFields = 50;

function flatten(value: Json, prefix = ''): Record<string, string> {
  const entries = Object.entries(value).flatMap<[string, string]>(
    ([key, field]) => {
      const path = `${prefix}${key}`.replace(/[^-._a-zA-Z0-9]/g, '_');
      if (isRecord(field)) {
        return Object.entries(flatten(field, `${path}.`));
      }
      return [
        [path, typeof field === 'string' ? field : JSON.stringify(field)],
      ];
    },
  );
  return Object.fromEntries(entries.slice(0, mostFields));
}
