/**
 * Replaces `$(NAME)` by the value of an earlier variable, the way the kubelet
 * does it for `env`, `command` and `args`: `$$(NAME)` is an escape, and an
 * unknown name stays as it is (core/v1 `EnvVar.value`).
 *
 * @internal
 */
export function expandVariables(
  text: string,
  variables: ReadonlyMap<string, string>,
): string {
  return text.replace(
    /\$\$|\$\(([A-Za-z_.-][A-Za-z0-9_.-]*)\)/g,
    (whole, name?: string) =>
      name === undefined ? '$' : variables.get(name) ?? whole,
  );
}
