import { Content, Header, Page } from '@backstage/core-components';
import { Box } from '@backstage/ui';
import { KratixPage } from '../components/home';
import { useTexts } from '../translation';

/**
 * The Kratix page with the frame that the old frontend system leaves to the plugin.
 * @internal
 */
export function LegacyKratixPage() {
  const { t } = useTexts();
  return (
    <Page themeId="tool">
      <Header title={t('page.title')} />
      <Content noPadding>
        <Box pt="4">
          <KratixPage />
        </Box>
      </Content>
    </Page>
  );
}
