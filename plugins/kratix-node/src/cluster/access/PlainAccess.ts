import http from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { ClusterAccess } from './ClusterAccess';
import { readAccessFile } from './readAccessFile';
import { TokenFile, type TokenFileListener } from './TokenFile';

/**
 * An API server, and whom to trust there.
 * @internal
 */
export interface PlainCluster {
  readonly server: string;
  readonly caFile?: string;
  /** Base64. */
  readonly caData?: string;
  readonly skipTLSVerify?: boolean;
  readonly tlsServerName?: string;
}

/**
 * Credentials that are there, or in a file: nobody has to be asked for them.
 * @internal
 */
export interface PlainUser {
  readonly token?: string;
  readonly tokenFile?: string;
  readonly certFile?: string;
  /** Base64. */
  readonly certData?: string;
  readonly keyFile?: string;
  /** Base64. */
  readonly keyData?: string;
  readonly username?: string;
  readonly password?: string;
}

/**
 * Signs in with credentials that need no plugin, so that the client library, which costs tens of megabytes,
 * need not be loaded (ADR 0024). File wins over data, as it does there.
 * @internal
 */
export class PlainAccess implements ClusterAccess {
  readonly server: string;
  readonly #cluster: PlainCluster;
  readonly #user: PlainUser;
  readonly #tokenFile: TokenFile | undefined;

  constructor(
    cluster: PlainCluster,
    user: PlainUser,
    onTokenFile?: TokenFileListener,
  ) {
    this.server = cluster.server;
    this.#cluster = cluster;
    this.#user = user;
    this.#tokenFile =
      user.tokenFile === undefined
        ? undefined
        : new TokenFile(user.tokenFile, onTokenFile);
  }

  async signIn(): Promise<RequestOptions> {
    const { username, password } = this.#user;
    const token = this.#user.token ?? (await this.#tokenFile?.read());
    return {
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      ...(username !== undefined && { auth: `${username}:${password ?? ''}` }),
      ...(await this.#connect()),
    };
  }

  withToken(token: string): ClusterAccess {
    return new PlainAccess(this.#cluster, { token });
  }

  // An agent for each request, as the client library does it: none outlives what it was made from. Whom to trust is
  // said to the request too, as there: global-agent, which many a Backstage behind a proxy has, puts its own agent
  // in place of any other.
  async #connect(): Promise<RequestOptions> {
    if (new URL(this.server).protocol === 'http:') {
      return { agent: new http.Agent() };
    }
    const { caFile, caData, skipTLSVerify, tlsServerName } = this.#cluster;
    const { certFile, certData, keyFile, keyData } = this.#user;
    const [ca, cert, key] = await Promise.all([
      readPem(caFile, caData),
      readPem(certFile, certData),
      readPem(keyFile, keyData),
    ]);
    const trust = {
      ...(ca && { ca }),
      ...(cert && { cert }),
      ...(key && { key }),
      ...(skipTLSVerify && { rejectUnauthorized: false }),
      ...(tlsServerName && { servername: tlsServerName }),
    };
    return { ...trust, agent: new https.Agent(trust) };
  }
}

async function readPem(
  file: string | undefined,
  data: string | undefined,
): Promise<Buffer | undefined> {
  if (file !== undefined) {
    return readAccessFile(file);
  }
  return data === undefined ? undefined : Buffer.from(data, 'base64');
}
