import { screen } from '@testing-library/react';
import {
  createFrontendModule,
  createTranslationMessages,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import {
  phaseMessages,
  phases,
  type PhaseMessageKey,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { aKratixApi, aReport, aRequest, aRequestEntity } from '../__fixtures__';
import { kratixApiRef } from '../api';
import { EntityRequestCard } from '../components/request';
import { englishTexts } from './__testUtils__/englishTexts';
import { createPhaseWriter } from './createPhaseWriter';
import { kratixTranslationRef } from './kratixTranslationRef';

jest.setTimeout(30_000);

const nowMs = Date.now();

const german = createTranslationResource({
  ref: kratixTranslationRef,
  translations: {
    de: async () => ({
      default: createTranslationMessages({
        ref: kratixTranslationRef,
        messages: {
          'phase.word.Failed': 'Fehlgeschlagen',
          'phase.sentence.because': '{{what}} – {{reason}}',
          'phase.part.stepFailedAfter':
            'Nach {{attempts}} Versuchen scheiterte der Schritt {{step}}',
          'phase.nextStep.readLog': 'Lies das Protokoll, dann starte neu.',
        },
      }),
    }),
  },
});

function renderInGerman(report: Parameters<typeof aReport>[1]) {
  const request = aRequest(nowMs, { report: aReport(nowMs, report) });
  renderInTestApp(
    <EntityProvider entity={aRequestEntity('checkout-v2')}>
      <EntityRequestCard />
    </EntityProvider>,
    {
      apis: [
        [
          kratixApiRef,
          aKratixApi({
            fetchRequest: async () => ({ ok: true, value: request }),
          }),
        ],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      features: [
        createFrontendModule({
          pluginId: 'app',
          extensions: [
            TranslationBlueprint.make({
              name: 'german',
              params: { resource: german },
            }),
          ],
        }),
      ],
      config: {
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: 'de',
                  availableLanguages: ['en', 'de'],
                },
              },
            },
          ],
        },
      },
    },
  );
}

describe('phases in another language', () => {
  it('are on the card of a request, with what the cluster says as it is', async () => {
    renderInGerman({
      phase: 'Failed',
      step: { index: 1, total: 2, pipeline: 'plan' },
      attempts: 3,
      message: 'no such image {{step}} $t(phase.word.Ready)',
    });

    expect(
      await screen.findByRole('heading', { name: 'Fehlgeschlagen' }),
    ).toBeVisible();
    expect(
      screen.getByText(
        /^Nach 3 Versuchen scheiterte der Schritt plan – no such image {{step}} \$t\(phase\.word\.Ready\)\.$/,
      ),
    ).toBeVisible();
    expect(
      screen.getByText('Lies das Protokoll, dann starte neu.'),
    ).toBeVisible();
  });

  it('are English where nobody has translated them', async () => {
    renderInGerman({ phase: 'Unschedulable', subjects: ['zone=eu'] });

    expect(
      await screen.findByRole('heading', { name: 'Nowhere to go' }),
    ).toBeVisible();
    expect(screen.getByText('No Destination has zone=eu.')).toBeVisible();
  });
});

describe('the texts about phases', () => {
  const t = englishTexts();
  const write = createPhaseWriter(t);
  const keys = Object.entries(phaseMessages).flatMap(([group, messages]) =>
    Object.entries(messages).map(([name, text]) => ({
      key: `${group}.${name}` as PhaseMessageKey,
      text,
    })),
  );

  it.each(keys)('has $key, with its parameters', ({ key, text }) => {
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(
      ([, name = '']) => name,
    );
    const params = Object.fromEntries(names.map(name => [name, `<${name}>`]));

    // A table of all of them: what each takes is what the test is about.
    const textOf = t as unknown as (id: string, given: object) => string;
    expect(textOf(`phase.${key}`, params)).toBe(
      text.replace(/\{\{(\w+)\}\}/g, '<$1>'),
    );
    expect(write(key, params)).not.toContain('{{');
  });

  it('says in English what logs, the catalog and agents say', () => {
    const words = phases.map(phase => write(`word.${phase}`, {}));

    expect(words).toEqual(phases.map(phase => phaseMessages.word[phase]));
  });

  it.each([
    ['en', '3 days', '5 h'],
    ['de', '3 Tage', '5 Std.'],
    ['ru', '3 дня', '5 ч'],
    ['ja', '3 日', '5 時間'],
  ])('writes how long it lasts as %s does', (language, days, hours) => {
    const writeIn = createPhaseWriter(t, language);
    const written = [
      writeIn('duration.days', { number: '3' }),
      writeIn('duration.h', { number: '5' }),
    ];

    expect(written.map(text => text.replace(/\s/g, ' '))).toEqual([
      days,
      hours,
    ]);
  });

  it('stays English where the translation does not know a text', () => {
    const knowsNothing = createPhaseWriter(((key: string) => key) as never);

    expect(knowsNothing('sentence.readyFor', { duration: '3 days' })).toBe(
      'Ready for 3 days.',
    );
  });
});
