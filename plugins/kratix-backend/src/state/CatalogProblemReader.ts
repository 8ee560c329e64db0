import type {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  catalogProblemsPath,
  catalogProblemsResponseSchema,
  tell,
  type CatalogProblemsResponse,
  type ObjectProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What only the module of the catalog knows is wrong. It may run in another process, so it is asked; seldom, and
 * what it last said stays while it does not answer.
 * @internal
 */
export class CatalogProblemReader {
  private readonly last = new Map<string, readonly ObjectProblem[]>();
  private pending: Promise<void> | undefined;
  private askedMs = -Infinity;
  private silentSinceMs: number | undefined;

  constructor(
    private readonly options: {
      readonly auth: AuthService;
      readonly discovery: DiscoveryService;
      readonly logger: LoggerService;
      readonly nowMs: () => number;
    },
  ) {}

  /** Never fails, and does not wait long for a catalog that is slow. */
  async find(platform: string): Promise<readonly ObjectProblem[]> {
    this.pending ??= this.refresh().finally(() => {
      this.pending = undefined;
    });
    await this.pending;
    const known = this.last.get(platform) ?? [];
    return this.isSilent() ? [toSilence(platform), ...known] : known;
  }

  private isSilent(): boolean {
    return (
      this.silentSinceMs !== undefined &&
      this.options.nowMs() - this.silentSinceMs >= SILENT_AFTER_MS
    );
  }

  private async refresh(): Promise<void> {
    const nowMs = this.options.nowMs();
    const everyMs =
      this.silentSinceMs === undefined ? ASK_EVERY_MS : ASK_AGAIN_MS;
    if (nowMs - this.askedMs < everyMs) {
      return;
    }
    try {
      this.accept(await this.fetchProblems());
      this.silentSinceMs = undefined;
    } catch (error) {
      if (this.silentSinceMs === undefined) {
        this.silentSinceMs = nowMs;
        this.options.logger.debug(
          'Could not read catalog problems from the catalog backend',
          { error: error instanceof Error ? error.name : 'unknown' },
        );
      }
    }
    this.askedMs = this.options.nowMs();
  }

  private accept({ platforms }: CatalogProblemsResponse): void {
    this.last.clear();
    for (const { platform, problems, total } of platforms) {
      this.last.set(platform, [
        ...problems.map(problem => ({ ...problem, platform })),
        ...(total > problems.length ? [toRest(platform)] : []),
      ]);
    }
  }

  private async fetchProblems(): Promise<CatalogProblemsResponse> {
    const { auth, discovery } = this.options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: await auth.getOwnServiceCredentials(),
      targetPluginId: 'catalog',
    });
    const response = await fetch(
      `${await discovery.getBaseUrl('catalog')}${catalogProblemsPath}`,
      {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
    );
    // The catalog need not have the module: entities may come from files.
    if (response.status === 404) {
      return { platforms: [] };
    }
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return catalogProblemsResponseSchema.parse(await response.json());
  }
}

const ASK_EVERY_MS = 5_000;
const ASK_AGAIN_MS = 15_000;
const ANSWER_WITHIN_MS = 1_500;

/** A catalog that starts, or is busy for a moment, is no news. */
const SILENT_AFTER_MS = 60_000;

function toSilence(platform: string): ObjectProblem {
  return {
    code: 'catalog-silent',
    ...tell('problem.catalogSilent'),
    platform,
    kind: 'Platform',
    name: platform,
  };
}

function toRest(platform: string): ObjectProblem {
  return {
    code: 'too-many-problems',
    ...tell('problem.tooMany'),
    platform,
    kind: 'Platform',
    name: platform,
  };
}
