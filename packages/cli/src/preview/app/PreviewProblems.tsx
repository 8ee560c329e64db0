/* eslint-disable @backstage/no-undeclared-imports -- bundled into the package (scripts/buildPreview.cjs) */
import { Alert } from '@backstage/ui';

/** More would push the form out of sight. */
const shown = 3;

/**
 * What the form does not say, or why there is none: a few in full, the rest folded.
 * @internal
 */
export function PreviewProblems({
  problems,
  hasForm,
}: {
  readonly problems: readonly string[];
  readonly hasForm: boolean;
}) {
  const [first, ...others] = problems;
  if (first === undefined) {
    return null;
  }
  const status = hasForm ? 'warning' : 'danger';
  if (others.length === 0) {
    return <Alert icon status={status} title={first} />;
  }
  const [some, rest] = [problems.slice(0, shown), problems.slice(shown)];
  return (
    <Alert
      icon
      status={status}
      title={
        hasForm
          ? `${problems.length} things are not as they could be`
          : `${problems.length} things stand in the way`
      }
      description={
        <>
          <ProblemList problems={some} />
          {rest.length > 0 && (
            <details>
              <summary>{rest.length} more</summary>
              <ProblemList problems={rest} />
            </details>
          )}
        </>
      }
    />
  );
}

function ProblemList({ problems }: { readonly problems: readonly string[] }) {
  return (
    <ul style={{ margin: 0, overflowWrap: 'anywhere', paddingLeft: '1.25em' }}>
      {problems.map(problem => (
        <li key={problem}>{problem}</li>
      ))}
    </ul>
  );
}
