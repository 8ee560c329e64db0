import { ApiClient, type Answer, type Question } from './ApiClient';

const PAUSE_MS = 250;

/** Something that was made through a client. */
interface Made {
  readonly path: string;
  readonly uid: string;
  /** The plural of its kind. */
  readonly resource: string;
}

/**
 * A client that knows what it has made, and takes it away again: a cluster that somebody lends for a test gets
 * back as it was.
 * @internal
 */
export class RememberingClient extends ApiClient {
  readonly #made: Made[] = [];

  override async ask(question: Question): Promise<Answer> {
    const answer = await super.ask(question);
    const made = toMade(question, answer);
    if (made) {
      this.#made.push(made);
    }
    return answer;
  }

  /**
   * Takes away kind by kind, the last one first: requests before their Promises, and those before the
   * Destinations that they wrote to. Answers with the paths of what is left once nothing went for that long.
   */
  async takeAway(patienceMs: number): Promise<string[]> {
    const made = this.#made.splice(0);
    const resources = [...new Set(made.map(({ resource }) => resource))];
    const left: string[] = [];
    for (const resource of resources.reverse()) {
      const group = made.filter(each => each.resource === resource);
      await Promise.all(group.map(each => this.#remove(each)));
      left.push(...(await this.#untilGone(group, patienceMs)));
    }
    return left;
  }

  /** Only the very object: another of its name is somebody else's. */
  async #remove({ path, uid }: Made): Promise<void> {
    await super.ask({
      method: 'DELETE',
      path,
      body: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid },
      },
    });
  }

  /** Patience is with each of them, not with all: on a busy machine many take long, one after the other. */
  async #untilGone(
    group: readonly Made[],
    patienceMs: number,
  ): Promise<string[]> {
    let left = await this.#stillThere(group);
    let giveUpAt = Date.now() + patienceMs;
    while (left.length > 0 && Date.now() <= giveUpAt) {
      await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
      const now = await this.#stillThere(group);
      if (now.length < left.length) {
        giveUpAt = Date.now() + patienceMs;
      }
      left = now;
    }
    return left;
  }

  async #stillThere(group: readonly Made[]): Promise<string[]> {
    const found = await Promise.all(
      group.map(async ({ path, uid }) => {
        const { status, text } = await super.ask({ method: 'GET', path });
        return status === 200 && uidOf(text) === uid ? [path] : [];
      }),
    );
    return found.flat();
  }
}

const CREATED = 201;

/** What is asked to be made and is not kept, such as a review or a dry run, was not made. */
function toMade(
  { method, path }: Question,
  { status, text }: Answer,
): Made | undefined {
  const [where = '', query = ''] = path.split('?');
  const uid = status === CREATED ? uidOf(text) : undefined;
  if (!uid || new URLSearchParams(query).has('dryRun')) {
    return undefined;
  }
  const segments = where.split('/');
  const name = method === 'POST' ? nameOf(text) : segments.pop();
  return {
    path: [...segments, name].join('/'),
    uid,
    resource: segments[segments.length - 1] ?? '',
  };
}

function uidOf(text: string): string | undefined {
  return metadataOf(text).uid;
}

function nameOf(text: string): string | undefined {
  return metadataOf(text).name;
}

function metadataOf(text: string): { uid?: string; name?: string } {
  try {
    const { metadata } = JSON.parse(text) as {
      metadata?: { uid?: string; name?: string };
    };
    return metadata ?? {};
  } catch {
    return {};
  }
}
