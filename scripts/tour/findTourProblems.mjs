const STEPS = 7;

/**
 * The files of the tour, by step, as the table of ARCHITECTURE.md links them:
 * a row starts with the step's number.
 */
export function readTour(architecture) {
  const rows = [...architecture.matchAll(/^\| *(\d) *\|(.*)$/gm)];
  return new Map(
    rows.map(([, step, cells]) => [
      Number(step),
      [...cells.matchAll(/\]\(([^)#]+\.tsx?)\)/g)].map(([, path]) => path),
    ]),
  );
}

/**
 * A newcomer reads the tour file by file: each opens with its step and names a
 * file of the step before and of the step after. `readOpening` gives the first
 * lines of a file, or nothing if there is none.
 */
export function findTourProblems(tour, readOpening) {
  const steps = Array.from({ length: STEPS }, (_, index) => index + 1);
  return steps.flatMap(step => {
    const files = tour.get(step) ?? [];
    return files.length === 0
      ? [`ARCHITECTURE.md links no file for step ${step} of the tour.`]
      : files.flatMap(path =>
          findProblemsOfFile({ path, step, tour, opening: readOpening(path) }),
        );
  });
}

function findProblemsOfFile({ path, step, tour, opening }) {
  if (opening === undefined) {
    return [`ARCHITECTURE.md links ${path}, which does not exist.`];
  }
  const problems = [];
  if (!opening.includes(`Step ${step} of ${STEPS}`)) {
    problems.push(`${path} does not open with "Step ${step} of ${STEPS}".`);
  }
  for (const neighbour of [step - 1, step + 1]) {
    const files = tour.get(neighbour) ?? [];
    if (files.length > 0 && !files.some(file => opening.includes(file))) {
      problems.push(
        `${path} does not name its neighbour of step ${neighbour} in its opening comment.\n` +
          `  Instead: write its path there, for example ${files[0]}`,
      );
    }
  }
  return problems;
}
