import { Select } from '@backstage/ui';
import type { FleetResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { CandidateSelect } from './CandidateSelect';
import { PromiseFileForm } from './PromiseFileForm';
import type { ImpactQuestion } from './useImpactQuestion';
import styles from './fleet.module.css';

/**
 * Where, and what it might have: another platform's state, one of its own versions, or a file.
 * @internal
 */
export function ImpactForm(props: {
  /** The platforms that have the service. */
  holders: FleetResponse['platforms'];
  promise: string;
  question: ImpactQuestion;
  ask: (changes: Partial<ImpactQuestion>) => void;
  onFile: (text: string) => void;
}) {
  const { holders, promise, question, ask, onFile } = props;
  const { t } = useTexts();
  return (
    <>
      <div className={styles.question}>
        {holders.length > 1 && (
          <Select
            label={t('impact.on')}
            value={question.on || null}
            onChange={key => ask({ on: String(key ?? '') })}
            options={holders.map(({ name, title }) => ({
              value: name,
              label: title,
            }))}
          />
        )}
        <CandidateSelect {...{ holders, promise, question, ask }} />
      </div>
      {question.with === 'file' && <PromiseFileForm onFile={onFile} />}
    </>
  );
}
