import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JsonObject } from '@backstage/types';
import type { ValidateResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixFieldNames } from '../../fieldNames';
import { renderForm } from '../../__testUtils__/renderForm';
import { countFilled } from './countFields';
import { hasComplaint } from './hasComplaint';
import { hasOwnField } from './hasOwnField';

jest.setTimeout(60_000);

const named = { objname: 'cache', objnamespace: 'team-a' };

describe('sections of a page', () => {
  it('are as ever on a page that people look through', async () => {
    renderForm({ schema: pageOf({ backup: sectionOf('Backup', 5) }) });

    expect(await screen.findByLabelText('Backup 0')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Backup/ })).toBeNull();
  });

  it('are folded on a long one, where nothing in them is asked for', async () => {
    renderForm({
      schema: pageOf(
        {
          backup: sectionOf('Backup', 20),
          network: sectionOf('Network', 20),
          storage: sectionOf('Storage', 20),
        },
        ['network'],
      ),
      values: { spec: { storage: { storage3: 'fast' } } },
    });

    expect(await screen.findByLabelText('Network 0')).toBeVisible();
    expect(screen.getByLabelText('Storage 3')).toHaveValue('fast');
    expect(titleOf('Storage 1 filled in, 20 fields')).toHaveAttribute(
      'aria-expanded',
      'true',
    );
    expect(screen.queryByLabelText('Backup 0')).toBeNull();

    await userEvent.click(titleOf('Backup 20 fields'));

    expect(screen.getByLabelText('Backup 0')).toBeVisible();
  });

  it('are open where one has the page for itself, and those within it are not', async () => {
    const inner = { type: 'object', title: 'Tuning', ...textsOf('Tuning', 20) };
    const { properties } = textsOf('Backup', 20);
    renderForm({
      schema: pageOf({
        backup: {
          ...{ type: 'object', title: 'Backup' },
          properties: { ...properties, inner },
        },
      }),
    });

    expect(await screen.findByLabelText('Backup 0')).toBeVisible();
    expect(titleOf('Tuning 20 fields')).toBeVisible();
    expect(screen.queryByLabelText('Tuning 0')).toBeNull();
  });

  it('open where the platform refuses something in them, and keep what was written', async () => {
    const refused: ValidateResponse = {
      ...{ ok: false, code: 'invalid', message: 'no' },
      errors: [{ path: 'spec.network.network1', message: 'is no network' }],
    } as never;
    const form = renderForm({
      schema: pageOf({
        backup: sectionOf('Backup', 20),
        network: sectionOf('Network', 20),
      }),
      values: { ...named, spec: {} },
      kratix: {
        fetchRequest: async () => ({
          ok: false,
          problem: { kind: 'notFound', message: '' },
        }),
      },
      operations: { validate: async () => ({ ok: true, value: refused }) },
    });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Backup/ }),
    );
    await userEvent.type(screen.getByLabelText('Backup 0'), 'nightly');
    await userEvent.click(titleOf(/^Backup/));
    expect(screen.queryByLabelText('Backup 0')).toBeNull();

    await form.review();

    expect(
      (await screen.findAllByText(/is no network/)).length,
    ).toBeGreaterThan(0);
    expect(await screen.findByLabelText('Network 1')).toBeVisible();
    await userEvent.click(titleOf(/^Backup/));
    await waitFor(() =>
      expect(screen.getByLabelText('Backup 0')).toHaveValue('nightly'),
    );
  });
});

describe('what opens a section', () => {
  it.each([
    [undefined, 0],
    [{ a: {}, b: [], c: undefined }, 0],
    [{ a: { b: '' }, c: [1, { d: false }] }, 3],
  ])('is what somebody filled in: %j has %i', (value, count) => {
    expect(countFilled(value)).toBe(count);
  });

  it.each([
    [{ a: { b: { __errors: ['no'] } } }, true],
    [{ a: { __errors: [] } }, false],
    [undefined, false],
  ])('is what is wrong: %j', (errors, expected) => {
    expect(hasComplaint(errors)).toBe(expected);
  });

  it.each([
    [{ a: { 'ui:field': 'EntityPicker' } }, true],
    [{ a: { items: { 'ui:field': 'EntityPicker' } } }, true],
    [{ a: { 'ui:field': 'KratixYaml' } }, false],
    [{ a: { 'ui:widget': 'textarea' } }, false],
  ])('is a field of an app: %j', (ui, expected) => {
    expect(hasOwnField(ui)).toBe(expected);
  });
});

function titleOf(name: string | RegExp): HTMLElement {
  return screen.getByRole('button', { name });
}

function textsOf(title: string, count: number): { properties: JsonObject } {
  const names = Array.from({ length: count }, (_, index) => index);
  return {
    properties: Object.fromEntries(
      names.map(index => [
        `${title.toLowerCase()}${index}`,
        { type: 'string', title: `${title} ${index}` },
      ]),
    ),
  };
}

function sectionOf(title: string, count: number): JsonObject {
  return { type: 'object', title, ...textsOf(title, count) };
}

function pageOf(properties: JsonObject, required?: string[]): JsonObject {
  return {
    title: 'Redis',
    type: 'object',
    properties: {
      spec: {
        ...{ type: 'object', title: 'Redis', 'ui:title': '', properties },
        ...(required && { required }),
        'ui:field': kratixFieldNames.spec,
        'ui:options': {
          ...{ platform: 'dev', promise: 'redis', isLast: true },
        },
      },
    },
  };
}
