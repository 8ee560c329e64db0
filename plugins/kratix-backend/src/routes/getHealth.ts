import type { RequestHandler } from 'express';

/**
 * `GET /health`, for probes without credentials: that the plugin answers. It says nothing of platforms;
 * that is for people who may read them.
 * @internal
 */
export function getHealth(): RequestHandler {
  return (_req, res) => {
    res.json({ status: 'ok' });
  };
}
