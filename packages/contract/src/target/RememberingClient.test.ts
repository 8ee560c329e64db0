import { startTarget, type ContractTarget } from '.';

const namespaces = '/api/v1/namespaces';
const configMaps = `${namespaces}/default/configmaps`;

describe('what a target takes away', () => {
  const running: { target?: ContractTarget } = {};

  beforeEach(async () => {
    running.target = await startTarget({});
  });

  afterEach(async () => {
    await running.target?.close();
  });

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await running.target?.api.ask({ method, path, body });
    return answer?.status;
  };
  const configMap = (name: string) => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name },
  });

  it('is what was made through it', async () => {
    await ask('POST', namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'lent' },
    });
    await ask('POST', configMaps, configMap('ours'));

    expect(await running.target?.takeAway()).toEqual([]);
    expect(await ask('GET', `${namespaces}/lent`)).toBe(404);
    expect(await ask('GET', `${configMaps}/ours`)).toBe(404);
  });

  it('is not what was there, however it was changed', async () => {
    const path = `${namespaces}/default?fieldManager=contract&force=true`;
    const answer = await running.target?.api.ask({
      method: 'PATCH',
      path,
      headers: { 'Content-Type': 'application/apply-patch+yaml' },
      body: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'default', labels: { seen: 'yes' } },
      },
    });
    expect(answer?.status).toBe(200);

    expect(await running.target?.takeAway()).toEqual([]);
    expect(await ask('GET', `${namespaces}/default`)).toBe(200);
  });

  it('says what did not go', async () => {
    const sticky = configMap('sticky');
    await ask('POST', configMaps, {
      ...sticky,
      metadata: { ...sticky.metadata, finalizers: ['example.com/keep'] },
    });

    const left = await running.target?.takeAway(100);

    expect(left).toEqual([
      `${configMaps}/sticky`,
      'configmaps.v1 default/sticky',
    ]);
  });
});
