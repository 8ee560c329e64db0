import { Flex, Link, Text } from '@backstage/ui';
import { useTexts } from '../../translation';
import { CodeBlock } from './CodeBlock';

/**
 * How a first service comes to a platform that offers none.
 * @internal
 */
export function EmptyPlatform() {
  const { t } = useTexts();
  return (
    <Flex direction="column" gap="3">
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('platform.emptyTitle')}
      </Text>
      <Text as="p" variant="body-medium">
        {t('platform.emptyText')}
      </Text>
      <CodeBlock
        text="kubectl apply --filename promise.yaml"
        what={t('command.what')}
      />
      <Text as="p" variant="body-medium">
        <Link
          href="https://docs.kratix.io/marketplace"
          target="_blank"
          rel="noopener noreferrer"
        >
          {t('platform.marketplace')}
        </Link>
      </Text>
    </Flex>
  );
}
