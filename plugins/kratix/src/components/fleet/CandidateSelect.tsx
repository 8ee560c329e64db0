import { Select } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { useRevisions } from './useRevisions';
import type { ImpactQuestion } from './useImpactQuestion';

interface CandidateSelectProps {
  /** The platforms that have the service. */
  holders: FleetResponse['platforms'];
  promise: string;
  question: ImpactQuestion;
  ask: (changes: Partial<ImpactQuestion>) => void;
}

/**
 * What it might have: another platform's state, one of its own versions once a platform is chosen, or a file.
 * @internal
 */
export function CandidateSelect(props: CandidateSelectProps) {
  return props.question.on === '' ? (
    <Candidates {...props} revisions={[]} />
  ) : (
    <CandidatesOfPlatform {...props} />
  );
}

function CandidatesOfPlatform(props: CandidateSelectProps) {
  const { question, promise } = props;
  const revisions = useRevisions({ platform: question.on, promise });
  return <Candidates {...props} revisions={revisions} />;
}

function Candidates(
  props: CandidateSelectProps & { revisions: readonly string[] },
) {
  const { holders, question, ask, revisions } = props;
  const { t } = useTexts();
  return (
    <Select
      label={t('impact.with')}
      value={question.with || null}
      onChange={key => ask({ with: String(key ?? '') })}
      options={[
        ...holders
          .filter(({ name }) => name !== question.on)
          .map(({ name, title }) => ({
            value: `platform:${name}`,
            label: t('impact.fromPlatform', { platform: title }),
          })),
        ...revisions.map(version => ({
          value: `revision:${version}`,
          label: t('impact.fromRevision', { version }),
        })),
        { value: 'file', label: t('impact.fromFile') },
      ]}
    />
  );
}
