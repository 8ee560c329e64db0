import { screen } from '@testing-library/react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import {
  tell,
  toEnglish,
  wordingOf,
  wordings,
  type RequestOperationsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  aKratixApi,
  anOperationsApi,
  aRequestEntity,
  deliveryStates,
  someOperations,
} from '../__fixtures__';
import {
  kratixApiRef,
  kratixOperationsApiRef,
  kratixRolloutApiRef,
} from '../api';
import { ChangeList } from '../components/fleet/ChangeList';
import { DeliveryView } from '../components/delivery/DeliveryView';
import { EntityManageContent } from '../components/manage';
import { PlatformProblems } from '../components/platforms/PlatformProblems';
import { orderRouteRef } from '../routes';
import { englishTexts } from './__testUtils__/englishTexts';
import { inGerman, inLanguage } from './__testUtils__/inGerman';
import { createWordingWriter } from './createWordingWriter';

jest.setTimeout(30_000);

const mountedRoutes = {
  '/catalog/:namespace/:kind/:name': entityRouteRef,
  '/create/templates/:namespace/:templateName': orderRouteRef,
};

describe('what cannot be done with a request, in another language', () => {
  function renderManage(
    refused: Partial<RequestOperationsResponse['operations'][number]>,
  ) {
    const known = someOperations(Date.now());
    const value: RequestOperationsResponse = {
      ...known,
      operations: known.operations.map(operation =>
        operation.name === 'rerun'
          ? { name: 'rerun', availability: 'unavailable', ...refused }
          : operation,
      ),
    };
    renderInTestApp(
      <EntityProvider entity={aRequestEntity('checkout-v2')}>
        <EntityManageContent />
      </EntityProvider>,
      {
        apis: [
          [
            kratixOperationsApiRef,
            anOperationsApi({
              fetchOperations: async () => ({ ok: true, value }),
            }),
          ],
          [
            kratixRolloutApiRef,
            {
              fetchRollout: async () => new Promise<never>(() => {}),
              fetchCopies: async () => ({
                ok: true as const,
                value: { targets: [], unknown: [] },
              }),
            },
          ],
        ],
        mountedRoutes,
        ...inGerman({
          'said.operation.partOf':
            'Es gehört zu {{name}} ({{namespace}}): ändere das.',
        }),
      },
    );
  }

  it('is said with the names as they are', async () => {
    const wording = wordingOf('operation.partOf', {
      name: 'shop $t(said.operation.paused)',
      namespace: '{{name}}',
    });
    renderManage({ reason: toEnglish(wording), wording });

    expect(
      await screen.findByText(
        'Es gehört zu shop $t(said.operation.paused) ({{name}}): ändere das.',
      ),
    ).toBeVisible();
  });

  it('is English where nobody has translated it', async () => {
    const wording = wordingOf('operation.paused');
    renderManage({ reason: toEnglish(wording), wording });

    expect(
      await screen.findByText('It is paused: resume it first.'),
    ).toBeVisible();
  });

  it('is English where the backend is older, and names no text', async () => {
    renderManage({ reason: 'It sleeps.' });

    expect(await screen.findByText('It sleeps.')).toBeVisible();
  });

  it('is English where the backend is newer, and names a text that is not known here', async () => {
    renderManage({
      reason: 'The moon is full.',
      wording: { key: 'operation.moonIsFull', params: { moon: 'full' } },
    });

    expect(await screen.findByText('The moon is full.')).toBeVisible();
  });
});

describe('why nothing arrived, in another language', () => {
  it('is said with labels and Destinations as they are', async () => {
    const state = deliveryStates(Date.now()).find(({ id }) => id === 'nowhere');
    const answer = state?.answer ?? { ok: false, problem: noAnswer };
    renderInTestApp(
      <DeliveryView
        subject={{
          platform: 'dev',
          promise: 'redis',
          namespace: 'team-a',
          name: 'cache',
        }}
      />,
      {
        apis: [
          [kratixApiRef, aKratixApi({ fetchDelivery: async () => answer })],
        ],
        ...inGerman({
          'said.deliveryWord.nowhere': 'Kein Ziel',
          'said.delivery.noDestinationHas': 'Kein Ziel trägt {{labels}}.',
        }),
      },
    );

    expect(
      await screen.findByRole('heading', {
        name: 'Kein Ziel trägt environment=moon',
      }),
    ).toBeVisible();
    expect(screen.getAllByText('Kein Ziel')).toHaveLength(2);
    // Nobody has translated what to do.
    expect(
      screen.getByText(/^Label the Destination that should take it/),
    ).toBeVisible();
  });
});

describe('what a change means, in another language', () => {
  it('is said with values and fields as they are', async () => {
    const told = tell('schema.enumLess', {
      path: 'spec.size',
      values: { list: ['"s"', '"m"', '"l"'], join: 'or' },
    });
    const bound = tell('schema.boundNow', {
      path: 'spec.users',
      bound: wordingOf('schema.maxItems', { value: 3 }),
    });
    const inV1 = tell('impact.atVersion', {
      version: 'v1',
      change: bound.wording,
    });
    const common = { severity: 'breaking', path: 'spec' } as const;
    renderInTestApp(
      <ChangeList
        changes={[
          { code: 'enum-changed', ...common, ...told },
          { code: 'bound-changed', ...common, ...inV1 },
          { code: 'from-tomorrow', ...common, message: 'The moon is full.' },
        ]}
      />,
      inGerman({
        'said.schema.enumLess': '{{path}} nimmt {{values}} nicht mehr an.',
        'said.schema.boundNow': '{{path}} muss nun {{bound}}.',
        'said.schema.maxItems': 'höchstens {{value}} Einträge haben',
        'said.impact.atVersion': 'In Version {{version}}: {{change}}',
      }),
    );

    expect(
      await screen.findByText(
        'spec.size nimmt "s", "m" oder "l" nicht mehr an.',
      ),
    ).toBeVisible();
    expect(
      screen.getByText(
        'In Version v1: spec.users muss nun höchstens 3 Einträge haben.',
      ),
    ).toBeVisible();
    expect(screen.getByText('The moon is full.')).toBeVisible();
  });
});

describe('what could not be understood, in another language', () => {
  it('is said with fields and values as they are', async () => {
    const object = { code: 'x', kind: 'Promise', name: 'redis' } as const;
    renderInTestApp(
      <PlatformProblems
        problems={[
          {
            ...object,
            ...tell('problem.unusableAnnotation', {
              annotation: 'kratix-portal.io/owner',
              reason: wordingOf('annotation.notTaken'),
            }),
          },
          {
            ...object,
            ...tell('problem.tooManyEntries', {
              path: 'a.b',
              entries: 12_345,
              most: 500,
            }),
          },
          {
            ...object,
            ...tell('problem.ignoredEntries', { path: 'a.b', count: 1 }),
          },
          {
            ...object,
            ...tell('problem.ignoredEntries', { path: 'a.b', count: 1_200 }),
          },
        ]}
      />,
      inGerman({
        'said.problem.unusableAnnotation':
          'Die Annotation {{annotation}} gilt nicht: {{reason}}.',
        'said.annotation.notTaken': 'der Katalog nimmt das nicht an',
        'said.problem.tooManyEntries':
          '{{path}} hat {{entries}} Einträge; {{most}} gelten.',
        'said.problem.ignoredEntries_one': '{{path}}: {{count}} Eintrag fehlt.',
        'said.problem.ignoredEntries_other':
          '{{path}}: {{count, number}} Einträge fehlen.',
      }),
    );

    expect(
      await screen.findByText(
        'Die Annotation kratix-portal.io/owner gilt nicht: der Katalog nimmt das nicht an.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText('a.b hat 12.345 Einträge; 500 gelten.'),
    ).toBeInTheDocument();
    expect(screen.getByText('a.b: 1 Eintrag fehlt.')).toBeInTheDocument();
    expect(screen.getByText('a.b: 1.200 Einträge fehlen.')).toBeInTheDocument();
  });
});

describe('a language with more forms than two', () => {
  it('has them all', async () => {
    const forms = {
      'said.problem.ignoredEntries_one': '{{count}} wpis',
      'said.problem.ignoredEntries_few': '{{count}} wpisy',
      'said.problem.ignoredEntries_many': '{{count}} wpisów',
      'said.problem.ignoredEntries_other': '{{count}} wpisu',
    };
    renderInTestApp(
      <PlatformProblems
        problems={[1, 3, 5].map(count => ({
          code: 'ignored-entries',
          kind: 'Promise',
          name: 'redis',
          ...tell('problem.ignoredEntries', { path: 'a.b', count }),
        }))}
      />,
      // The type of messages knows the two forms of English only.
      inLanguage('pl', forms as Parameters<typeof inLanguage>[1]),
    );

    expect(await screen.findByText('1 wpis')).toBeInTheDocument();
    expect(screen.getByText('3 wpisy')).toBeInTheDocument();
    expect(screen.getByText('5 wpisów')).toBeInTheDocument();
  });
});

const noAnswer = { kind: 'noAnswer', message: '' } as const;

describe('the texts that are said elsewhere too', () => {
  const t = englishTexts();
  const say = createWordingWriter(t, 'en');
  const texts = Object.entries(wordings).flatMap(([topic, table]) =>
    Object.entries(table).map(([name, text]) => ({
      key: `${topic}.${name.replace(/_(one|other)$/, '')}`,
      text: text as string,
      count: name.endsWith('_one') ? 1 : 2,
    })),
  );

  it.each(texts)('has $key of $count', ({ key, text, count }) => {
    const names = [...text.matchAll(/\{\{(\w+)\}\}/g)].map(
      ([, name = '']) => name,
    );
    const named = names.map(name => [name, `<${name}>`]);
    const wording = { key, params: { ...Object.fromEntries(named), count } };

    expect(say(wording, 'not known')).toBe(toEnglish(wording));
    expect(say(wording, 'not known')).not.toContain('{{');
  });

  it.each([
    [
      'en',
      'You need the permission a, b, c.',
      'You need the permission a, b, or c.',
    ],
    [
      'de',
      'You need the permission a, b und c.',
      'You need the permission a, b oder c.',
    ],
    [
      'ja',
      'You need the permission a b c.',
      'You need the permission a、b、またはc.',
    ],
  ])('joins words as %s does', (language, all, or) => {
    const sayIn = createWordingWriter(t, language);
    const list = ['a', 'b', 'c'];
    const of = (permission: { list: string[]; join?: 'or' }) =>
      sayIn(wordingOf('operation.needsPermission', { permission }));

    expect([of({ list }), of({ list, join: 'or' })]).toEqual([all, or]);
  });
});
