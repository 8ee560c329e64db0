import type { Request, RequestHandler, Router } from 'express';
import {
  deliveryFileQuerySchema,
  kratixPlatformReadPermission,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { toDestinationsResponse } from '../responses/toDestinationsResponse';
import { parseInput } from '../routes/parseInput';
import type { RouteContext } from '../routes/RouteContext';
import { DeliveryDesk } from './DeliveryDesk';
import { findSubject, type FoundSubject } from './findSubject';

/**
 * The routes about where things go: deliveries and events of requests and Promises, files, Destinations.
 * @internal
 */
export function mountDelivery(router: Router, context: RouteContext): void {
  const desk = new DeliveryDesk({ kratix: context.kratix, nowMs: Date.now });
  const request = '/requests/:platform/:promise/:namespace/:name';
  const promise = '/promises/:platform/:promise';
  for (const path of [request, promise]) {
    const answer = (
      ask: (
        subject: DeliverySubject,
        found: FoundSubject,
        req: Request,
      ) => Promise<unknown>,
    ) => answerAbout(context, ask);
    router.get(
      `${path}/delivery`,
      answer((subject, found) => desk.picture(subject, found)),
    );
    router.get(
      `${path}/delivery/file`,
      answer((_subject, found, req) =>
        desk.file(found, parseInput(deliveryFileQuerySchema, req.query)),
      ),
    );
    router.get(
      `${path}/events`,
      answer((subject, found) => desk.events(subject, found)),
    );
  }
  router.get('/destinations/:platform', getDestinations(context));
}

type SubjectParams = {
  platform: string;
  promise: string;
  namespace?: string;
  name?: string;
};

function answerAbout(
  context: RouteContext,
  ask: (
    subject: DeliverySubject,
    found: FoundSubject,
    req: Request,
  ) => Promise<unknown>,
): RequestHandler {
  return async (req, res) => {
    const credentials = await context.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    const subject = toSubject(req.params as SubjectParams);
    const found = await findSubject(subject, credentials, context);
    res.json(await ask(subject, found, req));
  };
}

function toSubject(params: SubjectParams): DeliverySubject {
  const { platform, promise, namespace, name } = params;
  return namespace && name
    ? { platform, promise, namespace, name }
    : { platform, promise };
}

function getDestinations(
  context: RouteContext,
): RequestHandler<{ platform: string }> {
  const { httpAuth, authorizer, kratix } = context;
  return async (req, res) => {
    const credentials = await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    await authorizer.require(kratixPlatformReadPermission, credentials);
    const { name } = kratix.platform(req.params.platform);
    res.json(toDestinationsResponse(kratix.snapshot(name)));
  };
}
