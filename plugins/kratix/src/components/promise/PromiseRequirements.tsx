import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { FactList } from '../facts/FactList';
import { Section } from '../section/Section';
import { ToneIcon } from '../tone/ToneIcon';
import { isRequirementMissing } from './describePromise';

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
  const rows = requirements.map(requirement => ({
    key: `${requirement.name} ${requirement.version}`,
    label: `${requirement.name} ${requirement.version}`,
    value: (
      <>
        <ToneIcon tone={toTone(requirement)} size="small" />
        {requirement.state ?? t('promise.requirementUnknown')}
      </>
    ),
  }));
  return (
    <Section title={t('promise.requirements')}>
      <FactList rows={rows} />
    </Section>
  );
}

function toTone(requirement: { state?: string }) {
  if (requirement.state === undefined) {
    return 'unknown';
  }
  return isRequirementMissing(requirement) ? 'bad' : 'good';
}
