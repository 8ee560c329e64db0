import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { PromiseFileForm } from './PromiseFileForm';

jest.setTimeout(30_000);

/** jsdom reads no text of files. */
function aFile(text: () => Promise<string>, size = 10): File {
  const file = new File([], 'promise.yaml', { type: 'application/yaml' });
  return Object.defineProperties(file, {
    text: { value: text },
    size: { value: size },
  });
}

async function renderForm() {
  const onFile = jest.fn();
  renderInTestApp(<PromiseFileForm onFile={onFile} />);
  const field = await screen.findByRole('textbox', { name: /as YAML/ });
  const choose = (file: File) =>
    userEvent.upload(screen.getByLabelText('Choose a file…'), file);
  const check = screen.getByRole('button', { name: 'Check it' });
  return { onFile, field, choose, check };
}

describe('PromiseFileForm', () => {
  // A browser tells of no change where the same name is chosen again: the corrected file was never read.
  it('reads a file again after it was corrected', async () => {
    const texts = ['kind: Promis', 'kind: Promise'];
    const file = aFile(async () => texts.shift() ?? '');
    const { field, choose } = await renderForm();

    await choose(file);
    expect(field).toHaveValue('kind: Promis');
    await choose(file);

    expect(field).toHaveValue('kind: Promise');
  });

  // All of it was read first, however large.
  it('does not read what is too large', async () => {
    const text = jest.fn(async () => 'kind: Promise');
    const { field, choose, check } = await renderForm();

    await choose(aFile(text, 3 * 1024 ** 3));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'This has 3145728 kB; at most 1020 kB are checked here.',
    );
    expect(text).not.toHaveBeenCalled();
    expect(field).toHaveValue('');
    expect(check).toBeDisabled();

    await choose(aFile(text));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(field).toHaveValue('kind: Promise');
  });

  // Nothing happened, and nobody was told.
  it('says that a file cannot be read', async () => {
    const { field, choose, check } = await renderForm();

    await choose(aFile(() => Promise.reject(new Error('NotReadableError'))));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      '“promise.yaml” cannot be read.',
    );
    expect(check).toBeDisabled();

    await userEvent.type(field, 'kind: Promise');
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  // What was said of the text before stood below, as if it were about this one.
  it('takes the question back as soon as the text is another', async () => {
    const { onFile, field, check } = await renderForm();
    await userEvent.type(field, 'a');
    await userEvent.click(check);
    expect(onFile.mock.lastCall).toEqual(['a']);

    await userEvent.type(field, 'b');

    expect(onFile.mock.lastCall).toEqual(['']);
    await userEvent.click(check);
    expect(onFile.mock.lastCall).toEqual(['ab']);
  });
});
