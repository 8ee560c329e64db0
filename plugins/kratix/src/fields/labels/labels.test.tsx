import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DestinationSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { aDestination } from '../../__fixtures__/deliveries';
import type { KratixApi } from '../../api';
import { kratixFieldNames } from '../fieldNames';
import { renderForm } from '../__testUtils__/renderForm';
import { findLabelMistake } from './findLabelMistake';
import { findLabelShape, readLabels, writeLabels } from './labelShape';
import { suggestKeys, suggestValues } from './suggestLabels';

jest.setTimeout(60_000);

const destinations = [
  aDestination('dev-eu', { labels: { environment: 'dev', region: 'eu' } }),
  aDestination('dev-us', { labels: { environment: 'dev', region: 'us' } }),
  aDestination('prod-eu', { labels: { environment: 'prod', region: 'eu' } }),
  aDestination('trial', { labels: { trial: 'yes' }, isForPreviews: true }),
];

const labels = {
  type: 'object',
  additionalProperties: { type: 'string' },
};
const selector = { type: 'object', properties: { matchLabels: labels } };
const shapes: Record<string, JsonObject> = {
  map: labels,
  selector,
  selectors: { type: 'array', items: selector },
};

function render(
  schema: JsonObject,
  options: {
    value?: JsonValue;
    answer?: Awaited<ReturnType<KratixApi['fetchDestinations']>>;
  } = {},
) {
  const { value, answer = known(destinations) } = options;
  return renderForm({
    schema: {
      type: 'object',
      properties: {
        where: {
          title: 'Where',
          ...schema,
          'ui:field': kratixFieldNames.destinationLabels,
          'ui:options': { platform: 'dev', labelName: 'environment' },
        },
      },
    },
    values: value === undefined ? {} : { where: value },
    kratix: { fetchDestinations: async () => answer },
  });
}

function known(all: DestinationSummary[] | undefined) {
  const freshness = { state: 'live' as const };
  return {
    ok: true as const,
    value: { destinations: all, stores: [], problems: [], freshness },
  };
}

const group = () => screen.findByRole('group', { name: /^Where/ });
const inputs = async (name: string) =>
  within(await group()).getAllByRole('textbox', { name });

describe('KratixDestinationLabels', () => {
  it.each([
    ['map', { environment: 'dev', region: 'us' }],
    ['selector', { matchLabels: { environment: 'dev', region: 'us' } }],
    ['selectors', [{ matchLabels: { environment: 'dev', region: 'us' } }]],
  ])(
    'makes a %s of labels that the platform has, by keyboard alone',
    async (shape, expected) => {
      const form = render(shapes[shape] ?? {});
      const add = async () =>
        userEvent.click(
          await screen.findByRole('button', { name: 'Add a label' }),
        );

      await add();
      await userEvent.click((await inputs('Label'))[0] as Element);
      expect(await optionTexts()).toEqual(['environment', 'region']);
      await userEvent.keyboard('{ArrowDown}{Enter}{Tab}');
      await userEvent.type((await inputs('Value'))[0] as Element, 'dev');
      await userEvent.keyboard('{Escape}');
      expect(
        await screen.findByText(/^2 Destinations have this/),
      ).toBeVisible();
      await add();
      await userEvent.type((await inputs('Label'))[1] as Element, 'region');
      await userEvent.keyboard('{Escape}');
      await userEvent.click((await inputs('Value'))[1] as Element);
      expect(await optionTexts()).toEqual(['eu', 'us']);
      await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');

      expect(
        await screen.findByText('One Destination has this: dev-us'),
      ).toBeVisible();
      await form.review();
      await form.create();
      await waitFor(() =>
        expect(form.onCreate).toHaveBeenCalledWith({ where: expected }),
      );
    },
  );

  it('says that nothing has all of it, and what comes nearest', async () => {
    render(labels, { value: { environment: 'prod', region: 'us' } });

    expect(
      await screen.findByText(/^No Destination has all of this/),
    ).toHaveTextContent('The nearest is dev-us: environment is dev there');
  });

  it('leaves unset what is taken away', async () => {
    const form = render(labels, { value: { environment: 'dev' } });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove environment' }),
    );
    await form.review();
    await form.create();

    await waitFor(() => expect(form.onCreate).toHaveBeenCalledWith({}));
  });

  it('does not let through what no label can be', async () => {
    const form = render(labels, { value: { 'not a name': 'dev' } });
    await group();

    await form.review();

    expect(
      await screen.findAllByText(/"not a name" is no name of a label/),
    ).not.toHaveLength(0);
    expect(form.isStillOpen()).toBe(true);
  });

  it('suggests the values of one label for a text', async () => {
    const form = render({ type: 'string' });

    await userEvent.click(
      await screen.findByRole('textbox', { name: /^Where/ }),
    );
    expect(await optionTexts()).toEqual(['dev', 'prod']);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ where: 'prod' }),
    );
  });

  it.each([
    ['forbidden', /^You may not see the Destinations/],
    ['unreachable', /^The Destinations cannot be listed now/],
  ] as const)('takes any label where they are %s', async (kind, says) => {
    render(labels, {
      value: { any: 'thing' },
      answer: { ok: false, problem: { kind, message: '' } },
    });

    expect(await screen.findByText(says)).toBeVisible();
    expect((await inputs('Label'))[0]).toHaveValue('any');
  });

  it('leaves what says more than labels to the fields of the form', async () => {
    const value = [{ matchLabels: { a: 'b' } }, { matchLabels: { c: 'd' } }];
    const form = render(shapes.selectors ?? {}, { value });

    expect(await screen.findByDisplayValue('b')).toBeVisible();
    expect(await screen.findByDisplayValue('d')).toBeVisible();
    await form.review();
    await form.create();

    await waitFor(() =>
      expect(form.onCreate).toHaveBeenCalledWith({ where: value }),
    );
  });
});

describe('labelShape', () => {
  it.each<[JsonObject, string | undefined]>([
    [{ type: 'string' }, 'text'],
    [labels, 'map'],
    [{ ...labels, type: ['object', 'null'] }, 'map'],
    [selector, 'selector'],
    [{ type: 'array', items: selector }, 'selectors'],
    [{ type: 'array', items: labels }, undefined],
    [{ type: 'integer' }, undefined],
  ])('of %j is %s', (schema, shape) => {
    expect(findLabelShape(schema)).toBe(shape);
  });

  it.each(['map', 'selector', 'selectors'] as const)(
    'reads what it wrote as a %s',
    shape => {
      const rows = [
        { key: 'a', value: 'b' },
        { key: 'c.d/e', value: '' },
      ];

      expect(readLabels(writeLabels(rows, shape), shape)).toEqual(rows);
      expect(writeLabels([{ key: '', value: 'x' }], shape)).toBeUndefined();
    },
  );

  it.each<[unknown, 'map' | 'selector' | 'selectors']>([
    [{ a: 1 }, 'map'],
    [{ matchLabels: {}, source: 'x' }, 'selector'],
    [[{ matchLabels: {} }, {}], 'selectors'],
    ['text', 'map'],
    ['text', 'selectors'],
  ])('does not read %j as a %s', (value, shape) => {
    expect(readLabels(value, shape)).toBeUndefined();
  });
});

describe('suggestions', () => {
  it('lead somewhere where that is possible', () => {
    const row = (key: string, value = '') => ({ key, value });

    expect(suggestKeys(destinations, [row('region')])).toEqual(['environment']);
    expect(
      suggestValues(destinations, 'environment', [row('region', 'us')]),
    ).toEqual(['dev']);
    expect(
      suggestValues(destinations, 'environment', [row('region', 'mars')]),
    ).toEqual(['dev', 'prod']);
  });
});

describe('findLabelMistake', () => {
  it.each([
    ['environment', 'prod', true],
    ['a.b/c_d', '', true],
    ['a/b/c', 'x', false],
    ['/a', 'x', false],
    ['a', '-x', false],
    ['a', 'x'.repeat(64), false],
    ['A.b/c', 'x', false],
    ['constructor', '1', true],
  ])('of %s=%s', (key, value, isFine) => {
    expect(findLabelMistake(key, value) === undefined).toBe(isFine);
  });
});

async function optionTexts(): Promise<(string | null)[]> {
  const options = await screen.findAllByRole('option');
  return options.map(({ textContent }) => textContent);
}
