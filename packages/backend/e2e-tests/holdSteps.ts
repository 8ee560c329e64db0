import { openPlatform } from './platformApi';

const duration = 'sandbox.kratix-portal.io/duration';
const jobs = '/apis/batch/v1/namespaces/team-a/jobs';

/** How long a step takes that is held: longer than a story. */
export const HELD = '1h';

/**
 * Holds steps of a service in the sandbox (packages/sandbox/docs/behaviour.md): what is under way stays under way
 * until it is let go, so that a story sees it on a slow machine too. Of another platform it changes nothing.
 */
export async function holdSteps(
  object: string,
  durations: Readonly<Record<string, string>>,
): Promise<() => Promise<void>> {
  const platform = openPlatform();
  const found = await platform.read(object);
  const before = found?.metadata.annotations?.[duration] ?? null;
  const say = (text: string | null) =>
    platform.patch(object, { metadata: { annotations: { [duration]: text } } });
  await say(JSON.stringify(durations));
  return async () => {
    await say(before);
    // The sandbox looks again at a Job that changes.
    const running = await platform.list(jobs);
    await Promise.all(
      running.map(({ metadata: { name } }) =>
        platform
          .patch(`${jobs}/${name}`, {
            metadata: { annotations: { 'stories/let-go': String(Date.now()) } },
          })
          // One may be gone by now.
          .catch(() => {}),
      ),
    );
  };
}
