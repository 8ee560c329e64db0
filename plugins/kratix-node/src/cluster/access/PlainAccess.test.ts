import http from 'node:http';
import { Agent } from 'node:https';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { PlainAccess } from './PlainAccess';

const server = 'https://api.example.org';
const base64 = (text: string) => Buffer.from(text).toString('base64');

async function agentOf(access: PlainAccess) {
  const { agent } = await access.signIn();
  return agent instanceof Agent ? agent.options : undefined;
}

describe('PlainAccess', () => {
  const directory = createMockDirectory();

  it('signs in with a token, and with nothing else', async () => {
    const { agent, ...options } = await new PlainAccess(
      { server },
      { token: 's3cret' },
    ).signIn();

    expect(options).toEqual({ headers: { Authorization: 'Bearer s3cret' } });
    expect(agent).toBeInstanceOf(Agent);
  });

  it('signs in with a token from a file, and reads it again when it may be another', async () => {
    directory.setContent({ token: 'first\n' });
    const access = new PlainAccess(
      { server },
      { tokenFile: directory.resolve('token') },
    );
    const now = jest.spyOn(Date, 'now').mockReturnValue(0);
    const authorization = async () => (await access.signIn()).headers;

    expect(await authorization()).toEqual({ Authorization: 'Bearer first' });
    directory.setContent({ token: 'second' });
    now.mockReturnValue(60_000);
    expect(await authorization()).toEqual({ Authorization: 'Bearer first' });
    now.mockReturnValue(60_001);
    expect(await authorization()).toEqual({ Authorization: 'Bearer second' });
    now.mockRestore();
  });

  it.each(['', ' \n'])(
    'does not go without a token whose file holds %j',
    async content => {
      directory.setContent({ token: content });
      const tokenFile = directory.resolve('token');
      const access = new PlainAccess({ server }, { tokenFile });

      await expect(access.signIn()).rejects.toMatchObject({
        failure: 'misconfigured',
        message: expect.stringContaining(`${tokenFile} holds no token`),
      });

      directory.setContent({ token: 'there' });
      expect((await access.signIn()).headers).toEqual({
        Authorization: 'Bearer there',
      });
    },
  );

  it('signs in with a name and a password', async () => {
    const access = new PlainAccess(
      { server },
      { username: 'admin', password: 'pw' },
    );

    expect(await access.signIn()).toMatchObject({
      auth: 'admin:pw',
      headers: {},
    });
  });

  it('trusts and shows certificates that stand in the configuration', async () => {
    const access = new PlainAccess(
      { server, caData: base64('CA'), tlsServerName: 'inside' },
      { certData: base64('CERT'), keyData: base64('KEY') },
    );

    expect(await agentOf(access)).toMatchObject({
      ca: Buffer.from('CA'),
      cert: Buffer.from('CERT'),
      key: Buffer.from('KEY'),
      servername: 'inside',
    });
    expect(await agentOf(access)).not.toHaveProperty('rejectUnauthorized');
  });

  it('reads certificates from files each time, for they are rotated', async () => {
    directory.setContent({ ca: 'old', cert: 'CERT', key: 'KEY' });
    const access = new PlainAccess(
      { server, caFile: directory.resolve('ca'), caData: base64('other') },
      {
        certFile: directory.resolve('cert'),
        keyFile: directory.resolve('key'),
      },
    );

    expect((await agentOf(access))?.ca?.toString()).toBe('old');
    directory.setContent({ ca: 'new', cert: 'CERT', key: 'KEY' });
    expect((await agentOf(access))?.ca?.toString()).toBe('new');
  });

  it('checks certificates unless told not to', async () => {
    const unchecked = { server, skipTLSVerify: true };

    expect(await agentOf(new PlainAccess(unchecked, {}))).toMatchObject({
      rejectUnauthorized: false,
    });
  });

  it.each(['http://127.0.0.1:8001', 'HTTP://127.0.0.1:8001'])(
    'speaks plainly to a plain server: %s',
    async url => {
      const access = new PlainAccess({ server: url }, {});

      const { agent } = await access.signIn();

      expect(agent).toBeInstanceOf(http.Agent);
      expect(agent).not.toBeInstanceOf(Agent);
    },
  );

  it('leaves nothing of the portal for somebody with an own token', async () => {
    const portal = new PlainAccess(
      { server, caData: base64('CA') },
      {
        token: 'portal',
        certData: base64('CERT'),
        keyData: base64('KEY'),
        username: 'admin',
      },
    );

    const { agent, ...options } = await portal.withToken('hers').signIn();

    expect(options).toEqual({
      headers: { Authorization: 'Bearer hers' },
      ca: Buffer.from('CA'),
    });
    const tls = agent instanceof Agent ? agent.options : {};
    expect(tls.ca).toEqual(Buffer.from('CA'));
    expect(tls).not.toHaveProperty('cert');
    expect(tls).not.toHaveProperty('key');
  });
});
