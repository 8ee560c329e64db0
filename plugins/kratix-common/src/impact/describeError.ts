import { cutText } from '../kubernetes/reading/bounds';
import { formatFieldError, type FieldError } from '../structural';
import { omittedValue } from '../structural/FieldError';

/** As in `showValue`. */
const MAX_VALUE = 60;
const MAX_MESSAGE = 500;

/**
 * Why a request is refused, in the API server's words, but not with all that stands there, as the API server would
 * repeat it: a report is read by more people than the request, and becomes the text of a pull request.
 * @internal
 */
export function describeError(error: FieldError): string {
  return cutText(
    formatFieldError({ ...error, value: shorten(error.value) }),
    MAX_MESSAGE,
  );
}

function shorten(value: unknown): unknown {
  if (typeof value === 'string') {
    return cutText(value, MAX_VALUE);
  }
  const isLong = (JSON.stringify(value) ?? '').length > MAX_VALUE;
  return isLong ? omittedValue : value;
}
