import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { Section } from '../section/Section';
import { ToneIcon } from '../tone/ToneIcon';
import { isRequirementMissing } from './describePromise';
import styles from './promise.module.css';

/**
 * Other services that this one needs, and whether they are there. Nothing where it needs none.
 * @internal
 */
export function PromiseRequirements(props: {
  requirements: PromiseResponse['requiredPromises'];
}) {
  const { requirements } = props;
  const { t } = useTexts();
  if (requirements.length === 0) {
    return null;
  }
  return (
    <Section title={t('promise.requirements')}>
      <ul className={styles.requirements}>
        {requirements.map(requirement => (
          <li
            key={`${requirement.name} ${requirement.version}`}
            className={styles.requirement}
          >
            <ToneIcon tone={toTone(requirement)} size="small" />
            <span>
              {requirement.name} {requirement.version}
              <span className={styles.group}>
                {requirement.state ?? t('promise.requirementUnknown')}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function toTone(requirement: { state?: string }) {
  if (requirement.state === undefined) {
    return 'unknown';
  }
  return isRequirementMissing(requirement) ? 'bad' : 'good';
}
