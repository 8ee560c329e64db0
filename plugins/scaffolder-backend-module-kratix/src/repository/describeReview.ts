import type {
  Platform,
  RequestRef,
  ReviewOperation,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What the reviewer reads. Nothing of what is asked for: the file shows it.
 * @internal
 */
export function describeReview(review: {
  readonly platform: Pick<Platform, 'title'>;
  readonly ref: RequestRef;
  readonly operation: ReviewOperation;
  readonly kind: string;
  readonly requestedBy?: string;
}): { readonly title: string; readonly description: string } {
  const { platform, ref, operation, kind, requestedBy } = review;
  const what = `${kind} ${ref.namespace}/${ref.name}`;
  const { verb, effect } = words[operation];
  return {
    title: `${verb} ${what} on ${platform.title}`,
    description: [
      `${effect} by the Promise \`${ref.promise}\` on ${platform.title}, once this is merged.`,
      requestedBy
        ? `Asked for by \`${requestedBy}\` in Kratix Portal.`
        : 'Asked for in Kratix Portal.',
    ].join('\n\n'),
  };
}

const words: Readonly<
  Record<ReviewOperation, { readonly verb: string; readonly effect: string }>
> = {
  create: { verb: 'Order', effect: 'It will be set up' },
  change: { verb: 'Change', effect: 'It will be changed' },
  delete: {
    verb: 'Remove',
    effect: 'It will be removed, with everything that it brought,',
  },
};
