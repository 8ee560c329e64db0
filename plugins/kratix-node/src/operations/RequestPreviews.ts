import { randomBytes } from 'node:crypto';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import {
  kratixLabels,
  parseDryRun,
  parsePreviewSummary,
  portalLabels,
  refuse,
  tell,
  type DryRun,
  type KratixPromise,
  type PreviewReport,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { readPage } from '../cluster/readPage';
import type { RequestScope } from '../requests/RequestScope';
import { requireParsed } from '../requests/requireParsed';
import type {
  PreviewHandle,
  PreviewOptions,
} from '../service/RequestOperations';
import { fetchSummary } from './fetchSummary';
import { creation, deletion, pathOf, subjectOf } from './previewRequests';

/** A DryRun whose request is not there by then is one that nobody plays: the feature is off (kratix-domain 5). */
const PATIENCE_MS = 30_000;

/** A preview that somebody left behind, by closing the page say, is removed by the next one. */
const FORGOTTEN_MS = 30 * 60_000;

/**
 * Previews through Kratix's DryRun.
 *
 * The DryRun is made and read in the actor's name. What Kratix makes for it (its request, the summary) is read
 * by the portal: the right to preview is the right to see the outcome.
 * @internal
 */
export class RequestPreviews {
  constructor(
    private readonly scope: RequestScope,
    private readonly nowMs: () => number,
  ) {}

  async start(
    promise: KratixPromise,
    manifest: RequestManifest,
    { signal, requestedBy }: PreviewOptions & { requestedBy?: string },
  ): Promise<PreviewHandle> {
    const { namespace, name } = manifest.metadata;
    const target = { promise: promise.name, namespace, name };
    await this.scope.find(target);
    await this.removeForgotten(namespace).catch(() => undefined);
    const preview = `portal-${randomBytes(5).toString('hex')}`;
    const handle = { ...target, preview };
    await this.explained(
      this.scope.ask(subjectOf(handle), {
        ...creation(handle, { spec: manifest.spec, requestedBy }),
        signal,
      }),
    );
    return handle;
  }

  async read(
    handle: PreviewHandle,
    signal?: AbortSignal,
  ): Promise<PreviewReport> {
    const dryRun = await this.find(handle, signal);
    switch (dryRun.state) {
      case 'failed':
        return {
          state: 'failed',
          message: dryRun.message ?? 'The preview failed',
        };
      case 'running':
        return {
          state: 'running',
          isIgnored: await this.isIgnored(dryRun, handle),
        };
      case 'completed':
        return this.readSummary(dryRun, handle, signal);
      default:
        return dryRun.state satisfies never;
    }
  }

  async remove(handle: PreviewHandle): Promise<void> {
    try {
      const { uid } = await this.find(handle);
      await this.scope.ask(subjectOf(handle), deletion(handle, uid));
    } catch (error) {
      if (!isError(error) || error.name !== 'NotFoundError') {
        throw error;
      }
    }
  }

  private async readSummary(
    dryRun: DryRun,
    handle: PreviewHandle,
    signal: AbortSignal | undefined,
  ): Promise<PreviewReport> {
    const text = await fetchSummary(this.scope, handle, signal);
    const { incompleteMessage } = dryRun;
    return {
      state: 'done',
      isComplete: incompleteMessage === undefined,
      ...(incompleteMessage && { message: incompleteMessage }),
      // Without output there is no summary (dryrun_controller.go `writeSummary`).
      sections: text === undefined ? [] : parsePreviewSummary(text, handle),
    };
  }

  /** Only a preview of this very request is found: a name that somebody made up leads nowhere. */
  private async find(
    handle: PreviewHandle,
    signal?: AbortSignal,
  ): Promise<DryRun> {
    const json = await this.scope.ask(subjectOf(handle), {
      method: 'GET',
      path: pathOf(handle.namespace, handle.preview),
      signal,
    });
    const dryRun = requireParsed(parseDryRun(json), subjectOf(handle));
    if (
      dryRun.labels[portalLabels.preview] !== 'true' ||
      dryRun.promiseName !== handle.promise ||
      dryRun.resourceName !== handle.name ||
      dryRun.resourceNamespace !== handle.namespace
    ) {
      const { preview, namespace, name } = handle;
      const request = `${namespace}/${name}`;
      throw refuse(
        NotFoundError,
        tell('refusal.noPreview', { preview, request }),
      );
    }
    return dryRun;
  }

  private async isIgnored(
    { createdAt }: DryRun,
    handle: PreviewHandle,
  ): Promise<boolean> {
    if (
      createdAt === undefined ||
      this.nowMs() - Date.parse(createdAt) < PATIENCE_MS
    ) {
      return false;
    }
    const { address } = await this.scope.find(handle);
    const list = readPage(
      await this.scope.ask(subjectOf(handle), {
        method: 'GET',
        path: address.collectionPath,
        query: {
          labelSelector: `${kratixLabels.dryRunOwner}=${handle.preview}`,
          limit: 1,
        },
        identity: { type: 'portal' },
      }),
      address.collectionPath,
    );
    return list.items.length === 0;
  }

  private async removeForgotten(namespace: string): Promise<void> {
    const list = readPage(
      await this.scope.ask('Previews', {
        method: 'GET',
        path: pathOf(namespace),
        query: { labelSelector: `${portalLabels.preview}=true`, limit: 20 },
      }),
      'DryRuns',
    );
    for (const json of list.items) {
      const parsed = parseDryRun(json);
      if (parsed.ok && this.isForgotten(parsed.value)) {
        const { name: preview, uid } = parsed.value;
        await this.scope.ask(
          `Preview ${preview}`,
          deletion({ namespace, preview }, uid),
        );
      }
    }
  }

  private isForgotten({ createdAt }: DryRun): boolean {
    return (
      createdAt !== undefined &&
      this.nowMs() - Date.parse(createdAt) > FORGOTTEN_MS
    );
  }

  /** A kind that is not served is 404 without the name of an object. */
  private async explained(work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        throw refuse(InputError, tell('refusal.noPreviews'), error);
      }
      throw error;
    }
  }
}
