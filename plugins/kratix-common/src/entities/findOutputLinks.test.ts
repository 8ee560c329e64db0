import { findOutputLinks } from './findOutputLinks';

describe('findOutputLinks', () => {
  it('titles a link by what the key says, else by where it goes', () => {
    expect(
      findOutputLinks({
        url: 'https://shop.team-a.example.com/start',
        dashboardUrl: 'https://grafana.example.com/d/1',
        docs: { links: ['https://docs.example.com'] },
        endpoint: 'redis.team-a:6379',
      }),
    ).toEqual([
      {
        url: 'https://shop.team-a.example.com/start',
        title: 'shop.team-a.example.com',
      },
      { url: 'https://grafana.example.com/d/1', title: 'Dashboard' },
      { url: 'https://docs.example.com', title: 'Docs' },
    ]);
  });
});
