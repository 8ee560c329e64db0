import {
  operationNames,
  type OperationName,
  type RequestManager,
} from '../contracts';
import {
  derivePhase,
  unversioned,
  type KratixPromise,
  type Phase,
  type ResourceBinding,
  type ResourceRequest,
} from '../model';
import { kratixLabels } from '../names/keys';
import { wordingOf, type Wording } from '../wording';
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
 * Whether something makes sense now, and if not, why.
 * @public
 */
export interface OperationChance {
  readonly name: OperationName;
  /** One sentence. */
  readonly why?: Wording;
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
    const why = reasons[name](facts);
    return { name, ...(why && { why }) };
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

type Reason = (facts: Facts) => Wording | undefined;

const reasons: Readonly<Record<OperationName, Reason>> = {
  update: facts => whyGoing(facts) ?? whyManaged(facts),
  delete: facts =>
    (facts.isDeleting
      ? wordingOf('operation.beingRemovedAlready')
      : undefined) ?? whyManaged(facts),
  rerun: facts =>
    whyPaused(facts) ?? whyNotRunnable(facts) ?? whyNotRerunnable(facts),
  pause: facts =>
    facts.isPaused
      ? wordingOf('operation.pausedAlready')
      : whyServicePaused(facts),
  unpause: facts =>
    facts.isPaused
      ? undefined
      : whyServicePaused(facts) ?? wordingOf('operation.notPaused'),
  resume: facts =>
    whyNotWaiting(facts) ??
    (facts.nextRetryAt ? wordingOf('operation.triesByItself') : undefined),
  retryNow: facts =>
    whyNotWaiting(facts) ??
    (facts.nextRetryAt ? undefined : wordingOf('operation.waitsForPerson')),
  setVersion: facts =>
    whyGoing(facts) ?? whyNoVersions(facts) ?? whyPaused(facts),
  preview: facts => whyGoing(facts) ?? whyNoPreview(facts),
};

function whyGoing({ isDeleting }: Facts): Wording | undefined {
  return isDeleting ? wordingOf('operation.beingRemoved') : undefined;
}

function whyManaged({ manager }: Facts): Wording | undefined {
  switch (manager?.type) {
    case undefined:
      return undefined;
    case 'git':
      return wordingOf('operation.keptInGit', { agent: manager.name });
    case 'compound':
      return wordingOf('operation.partOf', {
        name: manager.name,
        namespace: manager.namespace,
      });
    default:
      return manager satisfies never;
  }
}

function whyPaused(facts: Facts): Wording | undefined {
  return facts.isPaused
    ? wordingOf('operation.paused')
    : whyServicePaused(facts);
}

function whyServicePaused({ promise }: Facts): Wording | undefined {
  return promise?.isPaused ? wordingOf('operation.servicePaused') : undefined;
}

function whyNotRunnable({ phase, promise, isDeleting }: Facts) {
  if (phase === 'WaitingForPromise') {
    return wordingOf('operation.serviceTakesNone');
  }
  const pipelines = isDeleting
    ? promise?.workflows.resourceDelete
    : promise?.workflows.resourceConfigure;
  return pipelines?.length === 0
    ? wordingOf('operation.noWorkflow')
    : undefined;
}

function whyNotRerunnable({ phase, request }: Facts): Wording | undefined {
  if (phase === 'Deleting') {
    return wordingOf('operation.beingRemoved');
  }
  return request.labels[kratixLabels.manualReconciliation] === 'true'
    ? wordingOf('operation.runStarts')
    : undefined;
}

function whyNotWaiting(facts: Facts): Wording | undefined {
  return facts.isSuspended
    ? whyPaused(facts)
    : wordingOf('operation.doesNotWait');
}

function whyNoVersions({ binding, request }: Facts): Wording | undefined {
  if (request.status.promiseVersion === unversioned) {
    return wordingOf('operation.noVersions');
  }
  if (!binding) {
    return wordingOf('operation.versionNotReported');
  }
  return request.status.promiseVersion === undefined
    ? wordingOf('operation.noVersionYet')
    : undefined;
}

/** Where a DryRun would wait for ever, or end without a word (kratix-domain 5, "Limits"). */
function whyNoPreview({ promise, canPreview }: Facts): Wording | undefined {
  if (canPreview === false) {
    return wordingOf('operation.noPreviewDestination');
  }
  if (promise?.workflows.resourceConfigure.length === 0) {
    return wordingOf('operation.nothingToPreview');
  }
  return promise?.workflows.pipelineNamespace
    ? wordingOf('operation.noPreviewElsewhere')
    : undefined;
}
