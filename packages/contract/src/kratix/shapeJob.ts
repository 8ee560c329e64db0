import type { Manifest } from './Manifest';

interface Container {
  readonly name: string;
  readonly image?: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly { name: string; value?: string }[];
}

/** What a Job runs, and in which order. @internal */
export function jobSpec({ spec }: Manifest): unknown {
  const { backoffLimit, suspend, template } = (spec ?? {}) as {
    backoffLimit?: number;
    suspend?: boolean;
    template?: {
      spec?: {
        initContainers?: Container[];
        containers?: Container[];
        restartPolicy?: string;
      };
    };
  };
  const pod = template?.spec;
  return {
    backoffLimit,
    suspend,
    restartPolicy: pod?.restartPolicy,
    initContainers: pod?.initContainers?.map(shapeContainer),
    containers: pod?.containers?.map(shapeContainer),
  };
}

/** Kratix's own image is called differently on each installation. */
function shapeContainer({
  name,
  image,
  command,
  args,
  env,
}: Container): unknown {
  const isKratix = ['reader', 'work-writer', 'status-writer'].includes(name);
  return {
    name,
    image: isKratix ? undefined : image,
    command,
    args,
    env: Object.fromEntries((env ?? []).map(each => [each.name, each.value])),
  };
}

/** @internal */
export function jobStatus({ status }: Manifest): unknown {
  const { conditions, succeeded, failed, active } = (status ?? {}) as Record<
    string,
    unknown
  >;
  return { conditions, succeeded, failed, active };
}

interface ContainerStatus {
  readonly name: string;
  readonly state?: Readonly<
    Record<string, { reason?: string; exitCode?: number }>
  >;
}

/** How each container of a Pod fares, in one line. @internal */
export function podStatus({ status }: Manifest): unknown {
  const { phase, initContainerStatuses, containerStatuses } = (status ??
    {}) as Record<string, unknown>;
  return {
    phase,
    containers: [initContainerStatuses, containerStatuses]
      .flatMap(list => (list ?? []) as ContainerStatus[])
      .map(({ name, state }) => {
        const [word, detail] = Object.entries(state ?? {})[0] ?? [
          'unknown',
          {},
        ];
        const { reason, exitCode } = detail as {
          reason?: string;
          exitCode?: number;
        };
        return [name, word, reason, exitCode]
          .filter(part => part !== undefined)
          .join(' ');
      }),
  };
}
