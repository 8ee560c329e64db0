const TARGETS = {
  p50: 1.5,
  p95: 5,
  hint: 1,
  ratio: 1.3,
  idle: 1,
  memoryMb: 150,
  chunkKb: 150,
};

/** The figures for people: each beside its target. */
export function printResult(result) {
  const { cores, model, memoryGb, node, load } = result.machine;
  return [
    `${cores} cores (${model}), ${memoryGb} GB, Node ${node}; load ${load[0]} before, ${result.loadAfterwards[0]} after; ${result.seconds} s`,
    ...Object.entries(result.requests).flatMap(describeSize),
    '',
    'In all',
    ...describeAll(result),
    '',
    "The suite's chunks, compressed",
    ...Object.entries(result.chunks).map(describeChunk),
  ].join('\n');
}

function describeSize([count, size]) {
  const { changeToCatalogSeconds: change, firstIngestionSeconds: first } = size;
  return [
    '',
    `${count} requests`,
    line('cluster change → entity, p50', change.p50, TARGETS.p50, 's'),
    line('cluster change → entity, p95', change.p95, TARGETS.p95, 's'),
    line(
      `first ingestion (${first.suite} s) / bare provider (${first.bare} s)`,
      size.firstIngestionRatio,
      TARGETS.ratio,
      '×',
    ),
    ...(Number(count) === 10_000
      ? [
          line(
            'memory above the same without the suite',
            size.memoryAboveBaselineMb,
            TARGETS.memoryMb,
            'MB',
          ),
        ]
      : [
          `      memory above the same without the suite: ${size.memoryAboveBaselineMb} MB`,
        ]),
  ];
}

function describeAll({ perStatusChange, changeToHintSeconds, ...result }) {
  const idle = result.idleRequestsPerMinutePerKind;
  return [
    line('cluster change → hint, p95', changeToHintSeconds.p95, 1, 's'),
    line('mutations a status change', perStatusChange.mutations, 1, ''),
    line('entities a status change', perStatusChange.entities, 1, ''),
    line(
      'mutations while the phase stays',
      perStatusChange.mutationsWithinPhase,
      0,
      '',
    ),
    ...(idle === undefined
      ? []
      : [line('requests a minute and kind when idle', idle, TARGETS.idle, '')]),
  ];
}

function describeChunk([name, { gzipKb, isInitial, beyondManifest = [] }]) {
  return isInitial
    ? line(
        `${name} (initial), modules beyond the manifest`,
        beyondManifest.length,
        0,
        '',
      )
    : line(name, gzipKb, TARGETS.chunkKb, 'kB');
}

function line(what, value, target, unit) {
  const mark = value <= target ? '✔' : '✖';
  const of = [value, unit].filter(String).join(' ');
  return `  ${mark}   ${what}: ${of} (at most ${target})`;
}
