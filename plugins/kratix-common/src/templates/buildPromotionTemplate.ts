import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import { kratixActionIds } from '../contracts/actions';
import { locationAnnotations } from '../entities/locationAnnotations';
import type { Platform, PlatformPromotion } from '../model';
import { promotionTemplateName } from '../names/fleetTemplates';
import { entityAnnotations } from '../names/keys';
import { reviewOutput, toOutput } from './steps/orderOutput';
import { parameter } from './steps/orderSteps';
import { publishStep } from './steps/publishStep';
import { tokenDecorators } from './steps/tokenDecorators';

type Spec = TemplateEntityV1beta3['spec'];

/**
 * The Template that brings a Promise from another platform to this one; undefined where the configuration
 * names no way for that.
 * @public
 */
export function buildPromotionTemplate(
  platform: Platform,
): TemplateEntityV1beta3 | undefined {
  const { promotion } = platform;
  return (
    promotion && {
      apiVersion: 'scaffolder.backstage.io/v1beta3',
      kind: 'Template',
      metadata: {
        name: promotionTemplateName,
        namespace: platform.catalogNamespace,
        title: `Promote a service to ${platform.title}`,
        description:
          promotion.mode === 'apply'
            ? 'Puts what another platform has in its place.'
            : 'Opens a pull request that puts what another platform has in its place, with what that means for whom.',
        annotations: {
          ...locationAnnotations(platform.name, ['promote']),
          [entityAnnotations.platform]: platform.name,
        },
        tags: ['kratix'],
      },
      spec: {
        type: 'kratix-promotion',
        owner: platform.defaultOwner,
        parameters: [page],
        ...toSteps(platform.name, promotion),
        presentation: { buttonLabels: { createButtonText: 'Promote' } },
        ...tokenDecorators(platform),
      },
    }
  );
}

function toSteps(
  platform: string,
  promotion: PlatformPromotion,
): Pick<Spec, 'steps' | 'output'> {
  const input = {
    platform,
    from: parameter('from'),
    promise: parameter('promise'),
  };
  return promotion.mode === 'apply'
    ? {
        steps: [
          {
            id: 'apply',
            name: 'Put it there',
            action: kratixActionIds.applyPromise,
            input,
          },
        ],
        output: toOutput({
          text: [
            {
              title: 'What was promoted',
              content: '${{ steps.apply.output.report }}',
            },
          ],
        }),
      }
    : {
        steps: [
          {
            id: 'render',
            name: 'Judge it and write it down',
            action: kratixActionIds.renderPromise,
            input,
          },
          publishStep(platform, promotion.repository, 'write'),
        ],
        output: reviewOutput(promotion.repository.forge, 'write'),
      };
}

const page = {
  title: 'What is promoted',
  required: ['promise', 'from'],
  properties: {
    promise: { type: 'string', title: 'Promise', minLength: 1, maxLength: 253 },
    from: {
      type: 'string',
      title: 'From platform',
      description: 'Its name in the configuration, like dev',
      minLength: 1,
      maxLength: 63,
    },
  },
};
