import {
  type AttentionItem,
  type AttentionReason,
  type Tone,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Phases } from '../../translation';
import { mendingOf } from '../notices/mendingOf';
import { describeSilence } from '../notices/describeSilence';
import { describePromise, type Writers } from '../promise/describePromise';

/**
 * One thing that needs somebody, in words.
 * @internal
 */
export interface AttentionText {
  readonly tone: Tone;
  readonly title: string;
  /** Where its page is. */
  readonly entityRef?: string;
  readonly context: readonly string[];
  readonly since?: string;
  readonly sentence: string;
  readonly nextStep?: string;
}

/**
 * Puts what needs somebody in the words that its own page uses.
 * @internal
 */
export function describeAttention(
  item: AttentionItem,
  reason: AttentionReason,
  writers: Writers & { readonly phases: Phases },
): AttentionText {
  const { t, say, phases } = writers;
  switch (item.type) {
    case 'request':
      return describeRequest(item, phases);
    case 'promise':
      return describeService(item, reason, writers);
    case 'platform':
      return {
        tone: item.state === 'unreachable' ? 'bad' : 'waiting',
        title: item.title,
        context: [],
        since: item.problem?.since,
        sentence: describeSilence(item.problem?.reason, item.title, t),
        nextStep: t('home.platformNext'),
      };
    case 'object': {
      const { kind, namespace, name, message, wording, path, entityRef } =
        item.problem;
      return {
        tone: reason === 'notAsMeant' ? 'waiting' : 'bad',
        ...(entityRef && { entityRef }),
        title: [namespace, name].filter(Boolean).join('/'),
        context: [kind, item.platformTitle, ...(path ? [path] : [])],
        sentence: say(wording, message),
        nextStep:
          reason === 'notAsMeant'
            ? mendingOf(item.problem, t)
            : t('home.objectNext', { platform: item.platformTitle }),
      };
    }
    default:
      return item satisfies never;
  }
}

function describeRequest(
  { request }: Extract<AttentionItem, { type: 'request' }>,
  phases: Phases,
): AttentionText {
  const { word, tone, sentence, nextStep } = phases.describe(request.report, {
    promiseTitle: request.promiseTitle,
  });
  return {
    tone: request.isStale ? 'unknown' : tone,
    title: request.title,
    entityRef: request.entityRef,
    context: [
      word,
      request.promiseTitle,
      request.ref.namespace,
      request.platformTitle,
    ],
    since: request.report.since,
    sentence,
    nextStep,
  };
}

function describeService(
  { promise }: Extract<AttentionItem, { type: 'promise' }>,
  reason: AttentionReason,
  { t, say }: Writers,
): AttentionText {
  const about = {
    title: promise.title,
    entityRef: promise.entityRef,
    context: [promise.platformTitle],
  };
  if (reason === 'failed' || reason === 'waiting') {
    const what = reason === 'failed' ? 'promiseFailed' : 'promiseWaiting';
    return {
      ...about,
      tone: reason === 'failed' ? 'bad' : 'waiting',
      sentence: t(`home.${what}`),
      nextStep: t(`home.${what}Next`),
    };
  }
  const { tone, sentence, nextStep } = describePromise(promise, promise.title, {
    t,
    say,
  });
  return { ...about, tone, sentence, nextStep };
}
