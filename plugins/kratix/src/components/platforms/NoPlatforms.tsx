import { Card, CardBody, Flex, Text } from '@backstage/ui';
import { useTexts } from '../../translation';
import { CodeBlock } from './CodeBlock';

const example = `kratix:
  platforms:
    - name: dev
      title: Development
      connection:
        kubeconfig:
          path: \${HOME}/.kube/config
          context: platform`;

/**
 * What to do when the portal knows of no platform.
 * @internal
 */
export function NoPlatforms() {
  const { t } = useTexts();
  return (
    <Card>
      <CardBody>
        <Flex direction="column" gap="3">
          <Text as="h2" variant="title-small" weight="bold">
            {t('platform.noneTitle')}
          </Text>
          <Text as="p" variant="body-medium">
            {t('platform.noneText')}
          </Text>
          <CodeBlock text={example} what="app-config.yaml" />
        </Flex>
      </CardBody>
    </Card>
  );
}
