import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  kratixActionIds,
  kratixRequestReadPermission,
  type Phase,
  type PlatformSnapshot,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ActionServices } from '../ActionServices';
import { requirePermissionOnRequest } from '../authorization/requirePermission';
import { choosePlatform } from '../platform/choosePlatform';
import { describeProgress, type Progress } from '../progress/describeProgress';
import { findProgress } from '../progress/findProgress';
import { followRequest } from '../progress/followRequest';
import { judgePhase } from '../progress/judgePhase';
import { waitExamples } from './waitExamples';

/**
 * Action `kratix:resource:wait`: tells in the task's log how a request gets on, until it is ready, has
 * failed, or waits for a person.
 * @internal
 */
export function createWaitAction(services: ActionServices) {
  return createTemplateAction({
    id: kratixActionIds.wait,
    description:
      'Waits until a Kratix resource request is ready, and tells its progress meanwhile. Fails when the request fails or the time is up; ends without failing when it waits for a person.',
    examples: waitExamples,
    supportsDryRun: true,
    schema: {
      input: {
        platform: z =>
          z
            .string()
            .optional()
            .describe(
              'Platform of the request; needed where several are configured',
            ),
        promise: z => z.string().describe('Name of the Promise'),
        namespace: z =>
          z.string().describe('Kubernetes namespace of the request'),
        name: z => z.string().describe('Name of the request'),
        timeoutMinutes: z =>
          z
            .number()
            .positive()
            .max(MOST_MINUTES)
            .optional()
            .describe(`How long to wait; ${DEFAULT_MINUTES} when left out`),
      },
      output: {
        phase: z => z.string().describe('The phase that ended the waiting'),
        isReady: z => z.boolean(),
      },
    },
    async handler(ctx) {
      const { input, logger, signal } = ctx;
      const platform = choosePlatform(services.kratix, input.platform);
      const { promise, namespace, name } = input;
      const ref = { platform: platform.name, promise, namespace, name };
      await requirePermissionOnRequest(
        services.permissions,
        await ctx.getInitiatorCredentials(),
        {
          permission: kratixRequestReadPermission,
          ref,
          toDo: `see ${namespace}/${name}`,
        },
      );
      if (ctx.isDryRun) {
        logger.info(`Would wait for ${namespace}/${name} (dry run)`);
        ctx.output('phase', 'Ready');
        ctx.output('isReady', true);
        return;
      }

      const minutes = input.timeoutMinutes ?? DEFAULT_MINUTES;
      const observer = new WaitObserver(ref, logger);
      const phase = await followRequest(services.kratix, ref, {
        look: snapshot => observer.look(snapshot),
        timeoutMs: minutes * 60_000,
        signal,
      });
      if (!phase) {
        throw new Error(
          `${namespace}/${name} was not ready after ${minutes} minutes. ${observer.lastWord}`,
        );
      }
      ctx.output('phase', phase);
      ctx.output('isReady', judgePhase(phase) === 'ready');
    },
  });
}

const DEFAULT_MINUTES = 15;
const MOST_MINUTES = 24 * 60;

class WaitObserver {
  private before: Progress | undefined;
  lastWord = 'Nothing was heard of it.';

  constructor(
    private readonly ref: RequestRef,
    private readonly logger: LoggerService,
  ) {}

  /** The phase that ends the waiting, if it has come. Throws when it will not be ready. */
  look(snapshot: PlatformSnapshot): Phase | undefined {
    const progress = findProgress(snapshot, this.ref);
    if (typeof progress === 'string') {
      this.lookFor(progress);
      return undefined;
    }
    for (const line of describeProgress(progress, this.before)) {
      this.logger.info(line);
      this.lastWord = line;
    }
    this.before = progress;

    const { phase, message } = progress.report;
    switch (judgePhase(phase)) {
      case 'ready':
      case 'person':
        return phase;
      case 'failed':
        throw new Error(
          message ? `${this.lastWord} (${message})` : this.lastWord,
        );
      default:
        return undefined;
    }
  }

  private lookFor(state: 'unknown' | 'absent'): void {
    // The watch may be a moment behind the write of an earlier step.
    if (state === 'absent' && this.before) {
      throw new Error(`${this.ref.namespace}/${this.ref.name} was removed`);
    }
    this.lastWord =
      state === 'absent'
        ? 'The platform has no such request.'
        : 'The platform does not answer.';
  }
}
