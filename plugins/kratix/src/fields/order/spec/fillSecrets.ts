import { isRecord } from '../readOrder';

/**
 * The values of a form with the secrets that stand, where the form has none; the same values where there is
 * nothing to fill in.
 * @internal
 */
export function fillSecrets(
  values: Record<string, unknown>,
  standing: {
    readonly spec: Record<string, unknown>;
    /** As `admin.password`. */
    readonly secretPaths: readonly string[];
  },
): Record<string, unknown> {
  return standing.secretPaths.reduce(
    (filled, path) => fill(filled, standing.spec, path.split('.')),
    values,
  );
}

function fill(
  values: Record<string, unknown>,
  standing: Record<string, unknown>,
  [name = '', ...rest]: readonly string[],
): Record<string, unknown> {
  const given = Object.hasOwn(values, name) ? values[name] : undefined;
  const stands = Object.hasOwn(standing, name) ? standing[name] : undefined;
  if (rest.length === 0) {
    return given === undefined && stands !== undefined
      ? { ...values, [name]: stands }
      : values;
  }
  // An object that the form does not have was taken out of it, with its secrets.
  if (!isRecord(given) || !isRecord(stands)) {
    return values;
  }
  const filled = fill(given, stands, rest);
  return filled === given ? values : { ...values, [name]: filled };
}
