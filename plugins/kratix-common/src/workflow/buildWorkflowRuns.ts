import type { PipelineRun, WorkflowRun, WorkflowState } from '../contracts';
import type { PipelineStatus } from '../model';
import { deriveRunOrigin } from './deriveRunOrigin';
import { groupJobs, type JobGroup } from './groupJobs';
import { toAttempts } from './toAttempts';
import { toPipelineRun } from './toPipelineRun';
import type { WorkflowHistoryInput } from './WorkflowHistoryInput';

/**
 * The runs of one workflow, newest first: Jobs and Pods say what happened, the object's status what waits.
 * @public
 */
export function buildWorkflowRuns(input: WorkflowHistoryInput): WorkflowRun[] {
  const groups = withAwaited(groupJobs(input), input);
  return groups
    .map((group, index) => toRun(group, { index, groups, input }))
    .reverse();
}

interface Place {
  readonly index: number;
  readonly groups: readonly JobGroup[];
  readonly input: WorkflowHistoryInput;
}

function toRun(group: JobGroup, place: Place): WorkflowRun {
  const isNewest = place.index === place.groups.length - 1;
  const pipelines = toPipelines(group, place.input, isNewest);
  const state = isNewest
    ? runState(pipelines)
    : pastState(pipelines, place.input.declared[group.action]);
  const startedAt = pipelines.find(run => run.startedAt)?.startedAt;
  const finishedAt = pipelines.flatMap(run => run.finishedAt ?? []).at(-1);
  const origin = deriveRunOrigin({
    group,
    previous: place.groups[place.index - 1],
    input: place.input,
  });
  return {
    id: group.jobs[0]?.name ?? 'next',
    action: group.action,
    state,
    ...(origin && { origin }),
    ...(startedAt && { startedAt }),
    ...(finishedAt && isOver(state) && { finishedAt }),
    pipelines,
  };
}

function toPipelines(
  group: JobGroup,
  { pods, declared, subject }: WorkflowHistoryInput,
  isNewest: boolean,
): PipelineRun[] {
  const statuses =
    isNewest && group.action === reportedAction(subject, declared)
      ? subject?.pipelines ?? []
      : [];
  const ran = group.jobs.map(({ pipeline }) => pipeline);
  const planned = isNewest && subject ? plannedOf(group, declared) : [];
  const expected =
    statuses.length > 0 ? statuses.map(({ name }) => name) : planned;
  return [...new Set([...expected, ...ran])].map(name =>
    toPipelineRun(
      name,
      group.jobs
        .filter(({ pipeline }) => pipeline === name)
        .flatMap(job => toAttempts(job, pods)),
      believable(
        group.action,
        statuses.find(status => status.name === name),
      ) ?? waiting(name, isNewest),
    ),
  );
}

function plannedOf(
  { action }: JobGroup,
  declared: WorkflowHistoryInput['declared'],
): readonly string[] {
  // Of several delete pipelines only the first is used (kratix-domain 2.4).
  return action === 'delete' ? declared.delete.slice(0, 1) : declared.configure;
}

/** Kratix says `Running` of a delete pipeline for ever, whatever becomes of it (docs/kratix-observed.md 5). */
function believable(
  action: JobGroup['action'],
  status: PipelineStatus | undefined,
): PipelineStatus | undefined {
  return action === 'delete' && status && status.phase !== 'Suspended'
    ? { ...status, phase: 'Pending' }
    : status;
}

function waiting(name: string, isNewest: boolean): PipelineStatus | undefined {
  return isNewest ? { name, phase: 'Pending' } : undefined;
}

/** While an object is removed its status tells of the delete pipelines (docs/kratix-observed.md 5). */
function reportedAction(
  subject: WorkflowHistoryInput['subject'],
  declared: WorkflowHistoryInput['declared'],
): JobGroup['action'] {
  return subject?.isDeleting && declared.delete.length > 0
    ? 'delete'
    : 'configure';
}

/** A run that Kratix has announced and not begun: its status is reset before the first Job is there. */
function withAwaited(
  groups: readonly JobGroup[],
  { subject, declared }: WorkflowHistoryInput,
): readonly JobGroup[] {
  const statuses = subject?.pipelines ?? [];
  const action = reportedAction(subject, declared);
  const newest = groups.at(-1);
  if (statuses.length === 0) {
    return groups;
  }
  const isAnnounced =
    newest?.action !== action ||
    (statuses.every(({ phase }) => phase === 'Pending') &&
      newest.jobs.every(({ state }) => state !== 'active'));
  return isAnnounced ? [...groups, { action, jobs: [] }] : groups;
}

function runState(pipelines: readonly PipelineRun[]): WorkflowState {
  const has = (state: WorkflowState) =>
    pipelines.some(pipeline => pipeline.state === state);
  const all = (state: WorkflowState) =>
    pipelines.length > 0 &&
    pipelines.every(pipeline => pipeline.state === state);
  for (const state of ['failed', 'suspended', 'stopped'] as const) {
    if (has(state)) {
      return state;
    }
  }
  for (const state of ['succeeded', 'pending'] as const) {
    if (all(state)) {
      return state;
    }
  }
  return has('running') || has('pending') ? 'running' : 'unknown';
}

/** A run that another one followed, though it had not reached its last pipeline, was stopped. */
function pastState(
  pipelines: readonly PipelineRun[],
  declared: readonly string[],
): WorkflowState {
  const state = runState(pipelines);
  const names = pipelines.map(({ name }) => name);
  const isKnown = names.every(name => declared.includes(name));
  const last = declared.at(-1);
  return state === 'succeeded' && isKnown && last && !names.includes(last)
    ? 'stopped'
    : state;
}

function isOver(state: WorkflowState): boolean {
  return state === 'succeeded' || state === 'failed' || state === 'stopped';
}
