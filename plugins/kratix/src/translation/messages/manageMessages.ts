import { menuMessages } from './menuMessages';

// One vocabulary: what the menu calls a thing, the page does too.
const { menu } = menuMessages;

/**
 * Texts about what can be done with a request.
 * @internal
 */
export const manageMessages = {
  manage: {
    title: 'Manage',
    hint: 'What you can do with {{name}}',
    last: {
      pause: 'Paused by {{person}}, {{time}}.',
      unpause: 'Resumed by {{person}}, {{time}}.',
      resume: 'Let go on by {{person}}, {{time}}.',
      retryNow: 'Tried again by {{person}}, {{time}}.',
      rerun: 'Run again by {{person}}, {{time}}.',
      setVersion: 'Version chosen by {{person}}, {{time}}.',
      update: 'Changed by {{person}}, {{time}}.',
      delete: 'Removed by {{person}}, {{time}}.',
      preview: 'Previewed by {{person}}, {{time}}.',
      somebody: 'somebody',
      noted: '“{{note}}”',
    },
    asking: 'Asking…',
    asked: menu.asked,
    failed: menu.failed,
    failedUnknown: 'No answer came: it may have been done, or not.',
    note: 'Why (optional)',
    noteHelp: 'Kept on the request, beside who did it.',
    needs: 'You need the permission {{permission}}.',
    gitNotice: '{{agent}} keeps this request as it is in Git.',
    compoundNotice: 'This request is a part of {{name}} in {{namespace}}.',
    managedNext: 'Change it there; what is changed here would be put back.',
    update: {
      title: 'Change it',
      about: 'Opens the form it was ordered with, filled in as it is now.',
      button: 'Change',
      noForm: 'The form of this service is not known.',
    },
    preview: {
      title: 'Preview a change',
      about:
        'Runs the workflow in preview and shows which files would change. Nothing is delivered.',
      button: 'Preview',
      spec: 'What to ask for',
      specHelp:
        'YAML, as it is now. Change it to see what would come of it. Secrets are not shown, and stay as they are.',
      specNoMap: 'It must be a map: names with values.',
      specInvalid: 'Line {{line}}: {{message}}',
      running: 'The preview runs: {{elapsed}}.',
      runningHelp: 'A workflow takes minutes. Stay on this page.',
      ignored:
        'Kratix has not taken it up: previews may be switched off on this platform.',
      stop: 'Stop',
      failed: 'The preview failed.',
      incomplete: 'Parts of the preview are missing.',
      nothing: 'Nothing would change.',
      summary: '{{added}} added, {{changed}} changed, {{removed}} removed',
      added: 'added',
      changed: 'changed',
      removed: 'removed',
      pipeline: 'Pipeline {{name}}',
      component: '{{promise}} {{name}}',
      result: 'What would change',
      cut: 'The rest is too long to be shown.',
      tooLong: 'It takes too long, and was stopped.',
    },
    version: {
      title: 'Version',
      about: 'It follows {{following}} and is at {{applied}}.',
      aboutUnknown: 'It follows {{following}}.',
      failed: 'The upgrade to {{version}} failed.',
      label: 'Which version to follow',
      latest: 'The latest, whichever that is',
      latestNow: 'The latest, whichever that is (now {{version}})',
      follow: 'Follow the latest',
      pin: 'Stay at {{version}}',
      upgrade: 'Upgrade to {{version}}',
      rollBack: 'Roll back to {{version}}',
      retry: 'Try {{version}} again',
      none: 'Set version',
      isFollowed: 'followed',
      isApplied: 'applied',
      isLatest: 'latest',
    },
    workflow: {
      title: 'Workflow',
      rerun: menu.rerun,
      rerunAbout:
        'Runs the workflow from its first step. What runs now is stopped.',
      pause: menu.pause,
      pauseAbout:
        'The platform leaves it alone: changes and its removal wait until it is resumed.',
      unpause: menu.unpause,
      unpauseAbout: 'The platform takes it up again, with a whole run.',
    },
    promise: {
      title: 'The service itself',
      rerun: menu.rerun,
      rerunAbout:
        'Runs the workflow of the service from its first step: its dependencies and what it needs are delivered again.',
      pause: menu.pause,
      pauseAbout:
        'The platform leaves the service and all requests to it alone: orders, changes and removals wait until it is resumed.',
      unpause: menu.unpause,
      unpauseAbout:
        'The platform takes the service up again with a whole run, and then the requests to it.',
      requestsTitle: 'All requests to it',
      rerunRequests: 'Run all again',
      rerunRequestsAbout:
        'Runs the workflow of every request to the service again, from its first step.',
    },
    wait: {
      title: 'Waiting for approval',
      titleRetry: 'Waiting for the next attempt',
      titleRemoval: 'Its removal waits for approval',
      noMessage: 'The workflow waits, and does not say for what.',
      step: 'Step {{pipeline}}',
      next: 'The next attempt is {{time}}.',
      resume: 'Let it go on',
      retryNow: 'Try now',
    },
    removal: {
      title: 'Remove',
      about: 'Removes the request and everything that it brought.',
      aboutReview:
        'Opens a pull request that removes the request. When it is merged, everything that it brought goes too.',
      review: 'Ask to remove it',
      noForm: 'The form that asks for it is not known.',
      button: menu.remove,
      dialog: 'Remove {{name}}?',
      cannotUndo: 'This cannot be undone.',
      workflow: 'First, {{pipeline}} runs ({{steps}}).',
      noWorkflow:
        'No delete workflow runs: what its workflow made outside of Kratix stays.',
      files_one: '{{count}} file is taken back from {{destination}}.',
      files_other: '{{count}} files are taken back from {{destination}}.',
      nothingDelivered: 'Nothing of it is delivered.',
      notKnown: 'What is delivered is not known now.',
      more: 'There is more than is listed.',
      children_one: '{{count}} request that came from it goes too:',
      children_other: '{{count}} requests that came from it go too:',
      blockedRequest: 'It is paused: nothing happens until it is resumed.',
      blockedPromise: 'The service is paused: nothing happens until it is not.',
      typeName: 'Type {{name}} to confirm',
      confirm: 'Remove it',
      cancel: 'Keep it',
    },
  },
} as const;
