import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { reviewsStates } from '../../__fixtures__';
import { kratixReviewsApiRef, type ReviewsApi } from '../../api';
import { ReviewsCard } from './ReviewsCard';

jest.setTimeout(30_000);

const redis = { platform: 'dev', promise: 'redis' };
const cache = { ...redis, namespace: 'team-a', name: 'cache' };

function renderCard(
  id: string,
  subject: Parameters<typeof ReviewsCard>[0]['subject'] = redis,
) {
  const answer = reviewsStates(Date.now()).find(each => each.id === id)?.answer;
  const fetchReviews = jest.fn<
    ReturnType<ReviewsApi['fetchReviews']>,
    Parameters<ReviewsApi['fetchReviews']>
  >(async () => answer ?? new Promise(() => {}));
  renderInTestApp(
    <>
      <ReviewsCard subject={subject} />
      <p>the rest of the page</p>
    </>,
    { apis: [[kratixReviewsApiRef, { fetchReviews }]] },
  );
  return fetchReviews;
}

describe('ReviewsCard', () => {
  it('lists what is not on the platform yet, with the way to each review', async () => {
    const fetchReviews = renderCard('several');

    const card = await screen.findByRole('region', {
      name: 'Waiting for review',
    });
    const rows = within(card).getAllByRole('listitem');
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringMatching(
        /^sessionsNew · in team-aPull request 12.*opened by portal · 4 minutes ago$/,
      ),
      expect.stringMatching(/^cacheChange · in team-aPull request 11/),
      expect.stringMatching(/^oldRemoval · in team-bPull request 7/),
    ]);
    const link = within(card).getByRole('link', {
      name: /^Pull request 12, New of sessions, opens git\.example\.org/,
    });
    expect(link).toHaveAttribute(
      'href',
      'https://git.example.org/acme/orders/pulls/12',
    );
    expect(link).toHaveAttribute('target', '_blank');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
    expect(card).toHaveTextContent('3 pull requests are open.');
    expect(fetchReviews).toHaveBeenCalledWith(redis, expect.anything());
  });

  it('lists what is to come from another platform, also where orders are not reviewed', async () => {
    renderCard('promotion');

    const card = await screen.findByRole('region', {
      name: 'Waiting for review',
    });
    expect(within(card).getByRole('listitem')).toHaveTextContent(
      /^Promote redis v0\.4\.0 to ProductionPromotionPull request 3/,
    );
    expect(
      within(card).getByRole('link', { name: /opens git\.example\.org/ }),
    ).toHaveAttribute('href', 'https://git.example.org/acme/platform/pulls/3');
    expect(card).toHaveTextContent('1 pull request is open.');
  });

  it('says of one request how to call its change off', async () => {
    const fetchReviews = renderCard('several', cache);

    expect(
      await screen.findByText(/Until it is merged, everything stays/),
    ).toBeVisible();
    expect(fetchReviews).toHaveBeenCalledWith(cache, expect.anything());
  });

  it('says that there are more than it shows', async () => {
    renderCard('many');

    expect(
      await screen.findByText(
        'There are more open pull requests than are shown.',
      ),
    ).toBeVisible();
  });

  it('does not take a silent forge for an empty one', async () => {
    const fetchReviews = renderCard('silent-forge');

    const notice = await screen.findByRole('status');
    expect(notice).toHaveTextContent(
      'Whether something waits for review is not known now.',
    );
    expect(notice).toHaveTextContent('git.example.org does not answer');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(fetchReviews).toHaveBeenCalledTimes(2));
  });

  it.each(['loading', 'none', 'direct', 'not-allowed'])(
    'takes no room: %s',
    async id => {
      const fetchReviews = renderCard(id);

      expect(await screen.findByText('the rest of the page')).toBeVisible();
      await waitFor(() => expect(fetchReviews).toHaveBeenCalled());
      if (id !== 'loading') {
        await Promise.all(fetchReviews.mock.results.map(({ value }) => value));
      }
      expect(
        screen.queryByRole('region', { name: 'Waiting for review' }),
      ).not.toBeInTheDocument();
      expect(screen.queryByRole('status')).not.toBeInTheDocument();
    },
  );
});
