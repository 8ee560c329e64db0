import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';

/**
 * What an action that writes needs to know of its task.
 * @internal
 */
export interface WriteContext {
  readonly task: { readonly id: string };
  readonly logger: LoggerService;
  readonly signal?: AbortSignal;
  readonly isDryRun?: boolean;
  readonly secrets?: Readonly<Record<string, string>>;
  getInitiatorCredentials(): Promise<BackstageCredentials>;
}
