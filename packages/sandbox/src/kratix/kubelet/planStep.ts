import { isUsual } from '../adapter/willSuspend';
import type { FailRule } from '../behaviour/behaviour';
import { ofStep } from '../behaviour/behaviour';
import type { KratixContext } from '../context';
import { seededFraction } from '../context';
import { isAdapterStep } from '../workflow/adapterContainers';
import type { ContainerPlay } from './containerPlay';
import type { JobSubject } from './JobSubject';
import type { StepPlan } from './nextMove';

/** How a container of this Job will go. @internal */
export function planStep(
  { settings }: Pick<KratixContext, 'settings'>,
  subject: JobSubject,
  play: Pick<ContainerPlay, 'name' | 'image'>,
  earlierAttempts = 0,
): StepPlan {
  const rule = failRuleFor(subject, play.name);
  const fraction = seededFraction(
    settings,
    'duration',
    subject.job.metadata.name,
    play.name,
  );
  const usualMs = isAdapterStep(play.name)
    ? 300 + fraction * 300
    : 1_000 + fraction * 3_000;
  return {
    durationMs:
      ofStep(
        isAdapterStep(play.name)
          ? withoutWildcard(subject.behaviour.durationsMs)
          : subject.behaviour.durationsMs,
        subject.pipeline,
        play.name,
      ) ?? Math.round(usualMs),
    exitCode: attempt =>
      rule && attempt + earlierAttempts < (rule.attempts ?? Infinity)
        ? rule.exitCode
        : 0,
    ...(rule?.waiting && {
      waiting: {
        reason: rule.waiting,
        message: rule.message ?? `Back-off pulling image "${play.image}"`,
      },
    }),
  };
}

/** The rule that makes this container of this run fail, if any. @internal */
export function failRuleFor(
  subject: JobSubject,
  container: string,
): FailRule | undefined {
  const { fail } = subject.behaviour;
  if (!fail || subject.earlierRuns >= (fail.runs ?? Infinity)) {
    return undefined;
  }
  const isPipeline =
    fail.pipeline === undefined
      ? fail.container !== undefined || isUsual(subject)
      : fail.pipeline === subject.pipeline;
  const isContainer =
    fail.container === undefined
      ? container === firstUserContainer(subject)
      : fail.container === container;
  return isPipeline && isContainer ? fail : undefined;
}

function firstUserContainer({ job }: JobSubject): string | undefined {
  const spec = job.spec as
    | { template?: { spec?: { initContainers?: { name?: string }[] } } }
    | undefined;
  return spec?.template?.spec?.initContainers
    ?.map(({ name }) => name ?? '')
    .find(name => !isAdapterStep(name));
}

function withoutWildcard(
  durationsMs: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(durationsMs).filter(([step]) => step !== '*'),
  );
}
