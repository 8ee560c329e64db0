import { stringify } from 'yaml';
import { expandText } from '../behaviour/expand';
import { ofStep } from '../behaviour/behaviour';
import { outputFiles } from '../adapter/outputFiles';
import type { Json } from '../json/read';
import { isRecord, listOf, recordsOf, textOf } from '../json/read';
import { isAdapterStep } from '../workflow/adapterContainers';
import type { JobSubject } from './JobSubject';
import { failRuleFor } from './planStep';
import { subjectScope } from './subjectScope';
import { terraformLines } from './terraformLines';

/**
 * What a container prints while it runs. Where nobody said, lines that fit its image and name.
 * @internal
 */
export function logLines(
  subject: JobSubject,
  container: Json,
  exitCode: number,
): readonly string[] {
  const name = textOf(container.name) ?? '';
  const scope = subjectScope(subject);
  const said = ofStep(subject.behaviour.logs, subject.pipeline, name);
  if (isAdapterStep(name)) {
    return name === 'reader' ? readerLines(subject) : [];
  }
  const lines =
    said?.map(line => expandText(line, scope)) ??
    usualLines(subject, container, scope);
  if (exitCode === 0) {
    return lines;
  }
  const message = failRuleFor(subject, name)?.message;
  return [
    ...lines.slice(0, Math.ceil(lines.length / 2)),
    `Error: ${message ?? `${name} exited with code ${exitCode}`}`,
  ];
}

/** As work-creator/lib/reader.go prints it: the beginning of what it wrote. */
function readerLines({ owner }: JobSubject): readonly string[] {
  const head = stringify(owner).slice(0, readerHeadLength).trimEnd();
  return [
    'Object file written to: /kratix/input/object.yaml head of file:',
    ...head.split('\n'),
  ];
}

const readerHeadLength = 500;

function usualLines(
  subject: JobSubject,
  container: Json,
  scope: Json,
): readonly string[] {
  const name = textOf(container.name) ?? '';
  const image = textOf(container.image) ?? '';
  if (/terraform|tofu/i.test(`${name} ${image}`)) {
    return terraformLines(subject, name);
  }
  return [
    `Reading /kratix/input/object.yaml`,
    ...settingLines(scope.spec),
    ...echoedLines(container),
    ...(subject.action === 'delete'
      ? ['Nothing is left to clean up']
      : Object.keys(outputFiles(subject)).map(
          path => `Writing /kratix/output/${path}`,
        )),
    `${name} finished`,
  ];
}

const mostSettings = 8;

function settingLines(spec: unknown): readonly string[] {
  return isRecord(spec)
    ? Object.entries(spec)
        .filter(([, value]) =>
          ['string', 'number', 'boolean'].includes(typeof value),
        )
        .slice(0, mostSettings)
        .map(([key, value]) => `  ${key}: ${String(value).slice(0, 200)}`)
    : [];
}

/** What an inline shell script would echo, as far as it needs no shell to know. */
function echoedLines(container: Json): readonly string[] {
  const script = [...listOf(container.command), ...listOf(container.args)]
    .filter((part): part is string => typeof part === 'string')
    .join('\n');
  return [...script.matchAll(/^\s*echo\s+(["'])([^"'$`\n]*)\1\s*$/gm)].map(
    ([, , text = '']) => text,
  );
}

/** The containers of a Job's Pod by name. @internal */
export function containersOf(podSpec: Json): readonly Json[] {
  return [
    ...recordsOf(podSpec.initContainers),
    ...recordsOf(podSpec.containers),
  ];
}
