import {
  operationNames,
  type OperationName,
  type RequestManager,
} from '../contracts';
import {
  derivePhase,
  type KratixPromise,
  type Phase,
  type ResourceBinding,
  type ResourceRequest,
} from '../model';
import { kratixLabels } from '../names/keys';
import { findManager } from './findManager';

/**
 * What is known beside the request itself. Each part may be missing.
 * @public
 */
export interface OperationContext {
  readonly promise?: KratixPromise;
  readonly binding?: ResourceBinding;
  /** Whether the platform can play previews; absent when that is not known. */
  readonly canPreview?: boolean;
}

/**
 * Whether something makes sense now, and if not, why: one sentence.
 * @public
 */
export interface OperationChance {
  readonly name: OperationName;
  readonly reason?: string;
}

/**
 * What can be done with a request now. Whether the person may do it is decided elsewhere; what Kratix would
 * ignore, or somebody else put back, is not offered (kratix-domain 2.4, 3.5, 3.6, 5, 6, 9).
 * @public
 */
export function availableOperations(
  request: ResourceRequest,
  context: OperationContext = {},
): OperationChance[] {
  const facts = toFacts(request, context);
  return operationNames.map(name => {
    const reason = reasons[name](facts);
    return { name, ...(reason && { reason }) };
  });
}

interface Facts extends OperationContext {
  readonly request: ResourceRequest;
  readonly phase: Phase;
  readonly manager?: RequestManager;
  readonly isPaused: boolean;
  readonly isSuspended: boolean;
  readonly isDeleting: boolean;
  /** Set while a suspended workflow tries again by itself. */
  readonly nextRetryAt?: string;
}

function toFacts(request: ResourceRequest, context: OperationContext): Facts {
  const report = derivePhase(request, context);
  return {
    ...context,
    request,
    phase: report.phase,
    manager: findManager(request),
    isPaused: request.labels[kratixLabels.paused] === 'true',
    isSuspended: request.labels[kratixLabels.workflowSuspended] === 'true',
    isDeleting: request.deletedAt !== undefined,
    nextRetryAt: request.status.pipelines?.find(
      ({ phase }) => phase === 'Suspended',
    )?.nextRetryAt,
  };
}

type Reason = (facts: Facts) => string | undefined;

const reasons: Readonly<Record<OperationName, Reason>> = {
  update: facts => whyGoing(facts) ?? whyManaged(facts),
  delete: facts =>
    (facts.isDeleting ? 'It is being removed already.' : undefined) ??
    whyManaged(facts),
  rerun: facts =>
    whyPaused(facts) ?? whyNotRunnable(facts) ?? whyNotRerunnable(facts),
  pause: facts =>
    facts.isPaused ? 'It is paused already.' : whyServicePaused(facts),
  unpause: facts =>
    facts.isPaused ? undefined : whyServicePaused(facts) ?? 'It is not paused.',
  resume: facts =>
    whyNotWaiting(facts) ??
    (facts.nextRetryAt ? 'It tries again by itself.' : undefined),
  retryNow: facts =>
    whyNotWaiting(facts) ??
    (facts.nextRetryAt ? undefined : 'It waits for a person, not for a time.'),
  setVersion: facts =>
    whyGoing(facts) ?? whyNoVersions(facts) ?? whyPaused(facts),
  preview: facts => whyGoing(facts) ?? whyNoPreview(facts),
};

function whyGoing({ isDeleting }: Facts): string | undefined {
  return isDeleting ? 'It is being removed.' : undefined;
}

function whyManaged({ manager }: Facts): string | undefined {
  switch (manager?.type) {
    case undefined:
      return undefined;
    case 'git':
      return `${manager.name} keeps it as it is in Git, and would put it back: change it there.`;
    case 'compound':
      return `It is a part of ${manager.name} (${manager.namespace}), which would put it back: change that instead.`;
    default:
      return manager satisfies never;
  }
}

function whyPaused(facts: Facts): string | undefined {
  return facts.isPaused
    ? 'It is paused: resume it first.'
    : whyServicePaused(facts);
}

function whyServicePaused({ promise }: Facts): string | undefined {
  return promise?.isPaused
    ? 'The service as a whole is paused; the platform team can resume it.'
    : undefined;
}

function whyNotRunnable({ phase, promise, isDeleting }: Facts) {
  if (phase === 'WaitingForPromise') {
    return 'The service cannot take requests now; it runs as soon as it can.';
  }
  const pipelines = isDeleting
    ? promise?.workflows.resourceDelete
    : promise?.workflows.resourceConfigure;
  return pipelines?.length === 0 ? 'This service runs no workflow.' : undefined;
}

function whyNotRerunnable({ phase, request }: Facts): string | undefined {
  if (phase === 'Deleting') {
    return 'It is being removed.';
  }
  return request.labels[kratixLabels.manualReconciliation] === 'true'
    ? 'A new run is about to start.'
    : undefined;
}

function whyNotWaiting(facts: Facts): string | undefined {
  return facts.isSuspended ? whyPaused(facts) : 'Its workflow does not wait.';
}

/** The version of a Promise that has none (kratix-domain 1.3): Kratix does not upgrade from or to it. */
const unversioned = 'not-set';

function whyNoVersions({ binding, request }: Facts): string | undefined {
  if (request.status.promiseVersion === unversioned) {
    return 'This service has no versions.';
  }
  if (!binding) {
    return 'The platform does not report which version it follows.';
  }
  return request.status.promiseVersion === undefined
    ? 'It has no version before its first run is done.'
    : undefined;
}

/** Where a DryRun would wait for ever, or end without a word (kratix-domain 5, "Limits"). */
function whyNoPreview({ promise, canPreview }: Facts): string | undefined {
  if (canPreview === false) {
    return 'This platform has no Destination for previews (Kratix DryRun).';
  }
  if (promise?.workflows.resourceConfigure.length === 0) {
    return 'This service runs no workflow, so there is nothing to preview.';
  }
  return promise?.workflows.pipelineNamespace
    ? 'Kratix cannot preview services whose workflow runs in a namespace of its own.'
    : undefined;
}
