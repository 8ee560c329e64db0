import { InputError } from '@backstage/errors';
import { bodyLimitBytes } from '@kratix-portal/backstage-plugin-kratix-common';
import { json, type Request, type RequestHandler } from 'express';

/**
 * Reads JSON, and only that: a form on a foreign page can send everything else.
 * @internal
 */
export function readsJson(): RequestHandler[] {
  return [
    (req, _res, next) =>
      next(
        req.is('application/json')
          ? undefined
          : new InputError('The body must be JSON (application/json)'),
      ),
    json({ limit: bodyLimitBytes }),
  ];
}

/** Where a request is, of the parts of its path. @internal */
export function readRequestRef({ params }: Pick<Request, 'params'>) {
  const { platform = '', promise = '', namespace = '', name = '' } = params;
  return { platform, promise, namespace, name };
}
