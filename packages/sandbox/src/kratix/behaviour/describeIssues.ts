import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, in one line; of alternatives, the one that the author must have meant. @internal */
export function describeIssues(issues: readonly Issue[]): string {
  return issues.map(describe).join('; ');
}

function describe(issue: Issue): string {
  const nested = nestedIssues(issue);
  const message = nested ? describeIssues(nested) : issue.message;
  return issue.path.length > 0 && issue.code !== 'invalid_key'
    ? `${issue.path.join('.')}: ${message}`
    : message;
}

function nestedIssues(issue: Issue): readonly Issue[] | undefined {
  if (issue.code === 'invalid_key') {
    return issue.issues;
  }
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) {
    return undefined;
  }
  // An alternative of another type altogether is not what the author tried.
  return (
    issue.errors.find(
      branch =>
        !branch.some(
          ({ code, path }) => code === 'invalid_type' && path.length === 0,
        ),
    ) ?? issue.errors[0]
  );
}
