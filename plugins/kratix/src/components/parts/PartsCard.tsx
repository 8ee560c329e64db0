import { Card, CardBody, Flex, Text, VisuallyHidden } from '@backstage/ui';
import {
  describeParts,
  type RequestPartsResponse,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useRequestParts } from '../../hooks';
import { useTexts } from '../../translation';
import { Readable } from '../readable/Readable';
import { ToneIcon } from '../tone/ToneIcon';
import { PartRow } from './PartRow';
import { writeParts } from './writeParts';
import styles from './parts.module.css';

/**
 * What a compound request is made of, with how it fares as a whole, and what a part is part of. Nothing
 * for a request that stands alone, or while that is not known: most do.
 * @internal
 */
export function PartsCard({ requestRef }: { requestRef: RequestRef }) {
  const live = useRequestParts(requestRef);
  if (live.state !== 'known') {
    return null;
  }
  const { parents, parts } = live.value;
  return parents.length + parts.length > 0 ? (
    <Readable>
      <Card>
        <CardBody>
          <Flex direction="column" gap="5">
            {parts.length > 0 && <Parts parts={live.value} />}
            {parents.length > 0 && <Parents parents={parents} />}
          </Flex>
        </CardBody>
      </Card>
    </Readable>
  ) : null;
}

function Parts({ parts: { parts, isCut } }: { parts: RequestPartsResponse }) {
  const { t } = useTexts();
  const whole = describeParts(
    parts.map(({ request: { title, report } }) => ({
      title,
      phase: report.phase,
    })),
  );
  const sentence = whole && writeParts(whole, t);
  return (
    <section aria-label={t('parts.title')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('parts.title')}
      </Text>
      {whole && (
        <p className={styles.whole}>
          <ToneIcon tone={whole.tone} />
          <span>{sentence}</span>
        </p>
      )}
      {/* Announced once for each change; the rows would be read out one by one. */}
      <VisuallyHidden role="status" aria-live="polite">
        {sentence}
      </VisuallyHidden>
      <ul className={styles.rows}>
        {parts.map(({ request, depth }) => (
          <PartRow
            key={Object.values(request.ref).join('/')}
            request={request}
            depth={depth}
          />
        ))}
      </ul>
      {isCut && (
        <Text as="p" variant="body-small" color="secondary">
          {t('parts.cut')}
        </Text>
      )}
    </section>
  );
}

function Parents({ parents }: Pick<RequestPartsResponse, 'parents'>) {
  const { t } = useTexts();
  return (
    <section aria-label={t('parts.partOf')}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('parts.partOf')}
      </Text>
      <ul className={styles.rows}>
        {parents.map(request => (
          <PartRow
            key={Object.values(request.ref).join('/')}
            request={request}
            depth={1}
          />
        ))}
      </ul>
    </section>
  );
}
