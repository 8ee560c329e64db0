/**
 * Why something cannot be done with a request, or with a Promise.
 * @internal
 */
export const operationWordings = {
  beingRemoved: 'It is being removed.',
  beingRemovedAlready: 'It is being removed already.',
  keptInGit:
    '{{agent}} keeps it as it is in Git, and would put it back: change it there.',
  partOf:
    'It is a part of {{name}} ({{namespace}}), which would put it back: change that instead.',
  paused: 'It is paused: resume it first.',
  pausedAlready: 'It is paused already.',
  notPaused: 'It is not paused.',
  servicePaused:
    'The service as a whole is paused; the platform team can resume it.',
  serviceTakesNone:
    'The service cannot take requests now; it runs as soon as it can.',
  noWorkflow: 'This service runs no workflow.',
  noWorkflowOfItsOwn: 'It has no workflow of its own.',
  runStarts: 'A new run is about to start.',
  doesNotWait: 'Its workflow does not wait.',
  triesByItself: 'It tries again by itself.',
  waitsForPerson: 'It waits for a person, not for a time.',
  noVersions: 'This service has no versions.',
  versionNotReported: 'The platform does not report which version it follows.',
  noVersionYet: 'It has no version before its first run is done.',
  noPreviewDestination:
    'This platform has no Destination for previews (Kratix DryRun).',
  nothingToPreview:
    'This service runs no workflow, so there is nothing to preview.',
  noPreviewElsewhere:
    'Kratix cannot preview services whose workflow runs in a namespace of its own.',
  nothingToRequest: 'Nothing can be requested from it.',
  needsPermission: 'You need the permission {{permission}}.',
  removeByHand:
    'Bitbucket Data Center cannot remove a file by its API, so the portal cannot ask for it. Remove {{file}} from the branch {{branch}} of {{repository}} by a pull request of your own; when that is merged, the request goes.',
  itsFile: 'its file',
} as const;
