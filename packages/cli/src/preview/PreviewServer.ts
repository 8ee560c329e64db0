import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { validateBodySchema } from '@kratix-portal/backstage-plugin-kratix-common';
import type { PreviewAssets } from './bundleApp';
import { judgeOrder } from './judgeOrder';
import type { PreviewState } from './PreviewState';
import { readPreview } from './readPreview';

const maxBody = 2_000_000;

/**
 * Serves the form of one file to the browsers of this machine, and tells them when it changes.
 * @internal
 */
export class PreviewServer {
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  readonly #file: string;
  readonly #loadAssets: () => Promise<PreviewAssets>;
  #preview: ReturnType<typeof readPreview> = { problems: [] };
  #version = 0;

  constructor(file: string, loadAssets: () => Promise<PreviewAssets>) {
    this.#file = file;
    this.#loadAssets = loadAssets;
    this.#server = createServer((req, res) => {
      this.#answer(req, res).catch(error => {
        res.statusCode = 500;
        res.end(String(error));
      });
    });
  }

  /** Resolves with the address. */
  async listen(port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      // Of this machine only: nobody signs in here.
      this.#server.listen(port, '127.0.0.1', resolve);
    });
    const address = this.#server.address();
    return typeof address === 'object' && address
      ? `http://localhost:${address.port}`
      : '';
  }

  /** Shows another text, or why there is none. */
  show(text: string): void {
    this.#preview = readPreview(text);
    this.#tell();
  }

  showProblem(problem: string): void {
    this.#preview = { problems: [problem] };
    this.#tell();
  }

  close(): void {
    this.#listeners.forEach(listener => listener.end());
    this.#server.close();
    this.#server.closeAllConnections();
  }

  #tell(): void {
    this.#version += 1;
    this.#listeners.forEach(listener => listener.write(this.#event()));
  }

  #event(): string {
    const { form, problems } = this.#preview;
    const state: PreviewState = {
      file: this.#file,
      version: this.#version,
      problems,
      form,
    };
    return `data: ${JSON.stringify(state)}\n\n`;
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    if (!isOwnHost(req.headers.host)) {
      // Another site whose name was pointed here must not read the file.
      res.statusCode = 403;
      res.end();
      return;
    }
    switch (`${req.method} ${req.url}`) {
      case 'GET /previewApp.js':
        send(res, 'text/javascript', (await this.#loadAssets()).script);
        return;
      case 'GET /previewApp.css':
        send(res, 'text/css', (await this.#loadAssets()).style);
        return;
      case 'GET /states':
        this.#listen(res);
        return;
      case 'POST /order':
        send(res, 'application/json', await this.#judge(req));
        return;
      default:
        send(res, 'text/html', page);
    }
  }

  async #judge(req: IncomingMessage): Promise<string> {
    const body = validateBodySchema.parse(JSON.parse(await readBody(req)));
    return JSON.stringify(judgeOrder(this.#preview.promise, body));
  }

  #listen(res: ServerResponse): void {
    res.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
    });
    res.write(this.#event());
    this.#listeners.add(res);
    res.on('close', () => this.#listeners.delete(res));
  }
}

function isOwnHost(host: string | undefined): boolean {
  return /^(localhost|127\.0\.0\.1)(:\d+)?$/.test(host ?? '');
}

function send(res: ServerResponse, type: string, text: string): void {
  res.writeHead(200, {
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  res.end(text);
}

async function readBody(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const part = Buffer.from(chunk);
    size += part.length;
    if (size > maxBody) {
      throw new Error('That is too much for one order');
    }
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>kratix-portal preview</title>
    <link rel="stylesheet" href="/previewApp.css" />
  </head>
  <body>
    <div id="root"></div>
    <script src="/previewApp.js"></script>
  </body>
</html>
`;
