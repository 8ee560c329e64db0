import type { PhaseAction } from '@kratix-portal/backstage-plugin-kratix-common';
import { aReport, aRequest } from '../../__fixtures__';
import { toCommand } from './toCommand';

const nowMs = Date.parse('2026-03-01T12:00:00Z');
const request = aRequest(nowMs);
const label =
  'kubectl label --namespace team-a TestEnvironment.v1.example.org checkout-v2';

describe('toCommand', () => {
  it.each<{ action: PhaseAction; command: string | undefined }>([
    { action: 'resume', command: `${label} kratix.io/workflow-suspended-` },
    { action: 'retryNow', command: `${label} kratix.io/workflow-suspended-` },
    {
      action: 'rerun',
      command: `${label} --overwrite kratix.io/manual-reconciliation=true`,
    },
    {
      action: 'showLog',
      command:
        'kubectl logs --namespace team-a --selector kratix.io/promise-name=test-environment,kratix.io/resource-name=checkout-v2 --all-containers --prefix --tail=-1',
    },
    {
      action: 'showDestinations',
      command: 'kubectl get destinations --show-labels',
    },
    { action: 'showPromise', command: undefined },
  ])('turns $action into a command', ({ action, command }) => {
    expect(toCommand(action, request)).toBe(command);
  });

  it('lifts a pause where that is what holds it', () => {
    const paused = { ...request, report: aReport(nowMs, { phase: 'Paused' }) };

    expect(toCommand('resume', paused)).toBe(`${label} kratix.io/paused-`);
  });

  it.each([
    { ...request, kind: 'Redis; rm -rf /' },
    { ...request, apiVersion: '$(reboot)/v1' },
    { ...request, ref: { ...request.ref, name: '--all' } },
    { ...request, ref: { ...request.ref, namespace: 'a b' } },
  ])('makes no command of what is no name', odd => {
    expect(toCommand('rerun', odd)).toBeUndefined();
  });
});
