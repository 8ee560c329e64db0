import { screen, render } from '@testing-library/react';
import app from './App';

describe('App', () => {
  it('asks a visitor to sign in, with the title from the configuration', async () => {
    const appConfig = {
      context: 'test',
      data: {
        app: { title: 'Kratix Portal', baseUrl: 'http://localhost:3000' },
        backend: { baseUrl: 'http://localhost:7007' },
      },
    };
    // The bundler puts the list itself there, which a real environment cannot hold.
    Object.defineProperty(process, 'env', {
      value: { ...process.env, APP_CONFIG: [appConfig] },
    });

    render(app.createRoot());

    expect(await screen.findByText('Kratix Portal')).toBeInTheDocument();
    expect(await screen.findByText('Enter')).toBeInTheDocument();
  });
});
