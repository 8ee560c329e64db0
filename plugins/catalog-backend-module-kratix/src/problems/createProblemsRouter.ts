import type { HttpAuthService } from '@backstage/backend-plugin-api';
import {
  catalogProblemsPath,
  catalogProblemsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Router } from 'express';
import createRouter from 'express-promise-router';
import type { ProblemBoard } from './ProblemBoard';

/**
 * `GET /api/catalog/kratix/problems`, for other plugins: what people may see of it is theirs to decide.
 * @internal
 */
export function createProblemsRouter(
  board: ProblemBoard,
  httpAuth: HttpAuthService,
): Router {
  const router = createRouter();
  router.get(catalogProblemsPath, async (req, res) => {
    await httpAuth.credentials(req, { allow: ['service'] });
    res.json(catalogProblemsResponseSchema.parse(board.answer()));
  });
  return router;
}
