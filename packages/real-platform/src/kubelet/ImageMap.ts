/**
 * What stands for an image on this machine: programs of the machine itself.
 *
 * @public
 */
export interface HostImage {
  /** Run when a container names no `command`: the image's entry point. */
  entrypoint: readonly string[];
  /** Path in the image → the program of this machine that is to be seen there. */
  programs?: Readonly<Record<string, string>>;
  /** A folder whose programs come before the machine's own in the container's `PATH`. */
  folder?: string;
  /** Variables of the image, which the container's own come before. */
  environment?: Readonly<Record<string, string>>;
}

/**
 * Image reference → what stands for it. An image that is not here cannot be
 * pulled, and the Pod says so as it would on a cluster.
 *
 * @public
 */
export type ImageMap = Map<string, HostImage>;

/**
 * The words to execute for a container, by the rules of its `command` and `args`
 * (core/v1 `Container`: args without command keep the entry point).
 *
 * @internal
 */
export function buildCommandLine(
  image: HostImage,
  container: { command?: readonly string[]; args?: readonly string[] },
): string[] {
  const hasCommand = (container.command ?? []).length > 0;
  const words = [
    ...(hasCommand ? container.command ?? [] : image.entrypoint),
    ...(container.args ?? []),
  ];
  if (words.length === 0) {
    throw new Error('neither the container nor its image says what to run');
  }
  return words;
}
