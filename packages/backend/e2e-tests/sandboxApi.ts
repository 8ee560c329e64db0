import { openPlatform, type PlatformObject } from './platformApi';

const group = 'services.kratix-portal.io';

/** Where the requests of a service in team-a are, past the portal. */
export const requestsPath = (plural: string): string =>
  `/apis/${group}/v1alpha1/namespaces/team-a/${plural}`;

/** What stands on the platform, past the portal; undefined where there is nothing of that name. */
export async function readRequest(
  plural: string,
  name: string,
): Promise<
  (PlatformObject & { spec: Readonly<Record<string, unknown>> }) | undefined
> {
  const found = await openPlatform().read(`${requestsPath(plural)}/${name}`);
  return found && { ...found, spec: found.spec ?? {} };
}

/** Orders past the portal, in its name: what another tool set the portal would not change. */
export async function createRequest(
  plural: string,
  kind: string,
  request: {
    readonly name: string;
    readonly spec: Readonly<Record<string, unknown>>;
    readonly annotations?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const { name, spec, annotations } = request;
  await openPlatform().create(
    `${requestsPath(plural)}?fieldManager=kratix-portal`,
    {
      apiVersion: `${group}/v1alpha1`,
      kind,
      metadata: { name, namespace: 'team-a', annotations },
      spec,
    },
  );
}
