/** Turns jest's own JSON into a stage's result. */
export function readJestResult(json) {
  const broken = json.testResults.filter(isBroken);
  const failures = json.testResults
    .filter(file => file.status === 'failed')
    .map(file => `${file.name}\n${file.message}`);
  return {
    passed: json.numPassedTests,
    // A file that could not even be loaded holds no failed test.
    failed: json.numFailedTests + broken.length,
    skipped: json.numPendingTests + json.numTodoTests,
    output: [...failures, ...describeSkipped(json)].join('\n\n'),
  };
}

function isBroken(file) {
  const failed = file.assertionResults.filter(
    ({ status }) => status === 'failed',
  );
  return file.status === 'failed' && failed.length === 0;
}

function describeSkipped(json) {
  return json.testResults
    .flatMap(file => file.assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'todo')
    .map(({ fullName }) => `skipped: ${fullName}`);
}
