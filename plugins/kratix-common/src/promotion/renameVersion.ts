/**
 * The address of a PromiseRelease's source with another version in it: in the parts of the path, in the values of
 * the query and in the fragment, wherever the version stands by itself there. The same word elsewhere is something
 * else, and stays: the host, a parameter's name, and the version of the server's own API (`/api/v4/`). An address
 * that is none stays as it is.
 * @internal
 */
export function renameVersion(url: string, from: string, to: string): string {
  const [, origin, rest] =
    /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)(.*)$/i.exec(url) ?? [];
  if (origin === undefined || rest === undefined || from === '') {
    return url;
  }
  const parts = rest.split(/([/?#&=])/);
  const isCandidate = (index: number) =>
    index % 2 === 0 && !isOfApi(parts, index) && !isParameterName(parts, index);
  if (/^\d+$/.test(from)) {
    return origin + renameNumber(parts, { from, to, isCandidate });
  }
  const alone = aloneIn(from);
  return (
    origin +
    parts
      .map((part, index) =>
        isCandidate(index)
          ? part.replace(alone, found =>
              found === from ? to : encodeURIComponent(to),
            )
          : part,
      )
      .join('')
  );
}

/** A bare number is often something else, such as a project's: only the one part that is it, and none if several are. */
function renameNumber(
  parts: readonly string[],
  rename: {
    from: string;
    to: string;
    isCandidate: (index: number) => boolean;
  },
): string {
  const found = parts.flatMap((part, index) =>
    part === rename.from && rename.isCandidate(index) ? [index] : [],
  );
  return parts
    .map((part, index) =>
      found.length === 1 && found[0] === index ? rename.to : part,
    )
    .join('');
}

/**
 * Where the version stands by itself: `v1.0` is no part of `v1.0.2`, of `rev1.0` nor of `v1.0-rc1`. An encoded
 * character before it (`%2F`) divides like any other.
 */
function aloneIn(version: string): RegExp {
  const forms = [...new Set([version, encodeURIComponent(version)])].map(form =>
    form.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return new RegExp(
    `(?<=^|[^0-9A-Za-z.]|%[0-9A-Fa-f]{2})(?:${forms.join(
      '|',
    )})(?![0-9A-Za-z]|\\.[0-9]|[-.](?:alpha|beta|dev|pre|rc|snapshot)|\\+|%2B)`,
    'g',
  );
}

function isOfApi(parts: readonly string[], index: number): boolean {
  return (
    parts[index - 1] === '/' &&
    /^(?:api|apis|rest)$/i.test(parts[index - 2] ?? '')
  );
}

/** `parts` in order: what is before `=` is a name, if a `?` or a `&` is before that. */
function isParameterName(parts: readonly string[], index: number): boolean {
  return parts[index + 1] === '=' && /[?&]/.test(parts[index - 1] ?? '');
}
