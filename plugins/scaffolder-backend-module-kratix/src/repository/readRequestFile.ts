import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError, ServiceUnavailableError } from '@backstage/errors';

const MOST_BYTES = 1024 * 1024;

/**
 * The text of a file on the target branch; undefined when there is none.
 * @internal
 */
export async function readRequestFile(
  urlReader: UrlReaderService,
  url: string,
  { signal }: { readonly signal?: AbortSignal },
): Promise<string | undefined> {
  let buffer: Buffer;
  try {
    const file = await urlReader.readUrl(url, { signal });
    buffer = await file.buffer();
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      return undefined;
    }
    throw new ServiceUnavailableError(`${url} cannot be read`, error);
  }
  if (buffer.length > MOST_BYTES) {
    throw new ServiceUnavailableError(`${url} is too long for a manifest`);
  }
  return buffer.toString('utf8');
}
