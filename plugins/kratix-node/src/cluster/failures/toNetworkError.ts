import { KubernetesError } from './KubernetesError';

const tlsHints: Record<string, string> = {
  CERT_SIGNATURE_FAILURE:
    'its certificate is not signed by the configured authority; check caData or caFile',
  CERT_NOT_YET_VALID:
    'its certificate is not valid yet; check the clocks of both machines',
  ERR_OSSL_PEM_NO_START_LINE:
    'a configured certificate or key is no PEM; check caData or caFile',
  ERR_OSSL_PEM_BAD_BASE64_DECODE:
    'a configured certificate or key is no PEM; check caData or caFile',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host name',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is self-signed; check or give its authority as caData or caFile',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate authority is not known here; check or give it as caData or caFile',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate authority is not known here; check or give it as caData or caFile',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate authority is not known here; check or give it as caData or caFile',
};

const networkHints: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name cannot be looked up now',
  EHOSTUNREACH: 'there is no route to it',
  ENETUNREACH: 'there is no route to it',
  ETIMEDOUT: 'it does not answer',
  EPIPE: 'the connection was cut',
};

/**
 * What a failed connection means, without the raw message: that of a credential plugin or a parser can
 * quote what it was given.
 * @internal
 */
export function toNetworkError(
  error: unknown,
  server: string,
): KubernetesError {
  if (error instanceof KubernetesError) {
    return error;
  }
  const code = readCode(error);
  const hint = tlsHints[code] ?? networkHints[code] ?? 'the connection failed';
  return new KubernetesError(
    'unreachable',
    `The API server at ${server} cannot be reached: ${hint}${
      code ? ` (${code})` : ''
    }`,
  );
}

function readCode(error: unknown): string {
  return typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    typeof error.code === 'string'
    ? error.code
    : '';
}
