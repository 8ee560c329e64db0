import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Checkbox, Link, VisuallyHidden } from '@backstage/ui';
import type {
  RolloutRequestResponse,
  RolloutResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts, type Translate } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { ToneIcon } from '../tone/ToneIcon';
import { isThere, nameOf, type RolloutChoice } from './useRolloutChoice';
import styles from './rollout.module.css';

/**
 * Requests with their versions; those that can move can be picked.
 * @internal
 */
export function RolloutTable(props: {
  rollout: RolloutResponse;
  requests: readonly RolloutRequestResponse[];
  choice: RolloutChoice;
  choose: (changes: Partial<RolloutChoice>) => void;
  hrefOf: (name: string) => string | undefined;
}) {
  const { rollout, requests, choice, choose, hrefOf } = props;
  const { t } = useTexts();
  const pick = (name: string, isPicked: boolean) => {
    const names = new Set(choice.names);
    if (isPicked) {
      names.add(name);
    } else {
      names.delete(name);
    }
    choose({ names });
  };
  return (
    <div
      className={styles.scroll}
      role="region"
      tabIndex={0}
      aria-label={t('rollout.title')}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <VisuallyHidden>{t('rollout.choose')}</VisuallyHidden>
            </th>
            <th scope="col">{t('rollout.request')}</th>
            <th scope="col">{t('rollout.owner')}</th>
            <th scope="col">{t('rollout.runs')}</th>
            <th scope="col">{t('rollout.follows')}</th>
            <th scope="col">{t('rollout.state')}</th>
          </tr>
        </thead>
        <tbody>
          {requests.map(request => (
            <RolloutRow
              key={nameOf(request)}
              request={request}
              isThere={isThere(request, choice, rollout.versions)}
              isPicked={choice.names.has(nameOf(request))}
              pick={pick}
              href={hrefOf(nameOf(request))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RolloutRow(props: {
  request: RolloutRequestResponse;
  isThere: boolean;
  isPicked: boolean;
  pick: (name: string, isPicked: boolean) => void;
  href: string | undefined;
}) {
  const { request, isPicked, pick, href } = props;
  const { t } = useTexts();
  const name = nameOf(request);
  const canMove = !request.excluded && !props.isThere;
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('rollout.chooseOne', { name })}
          isSelected={isPicked && canMove}
          isDisabled={!canMove}
          onChange={isSelected => pick(name, isSelected)}
        />
      </td>
      <th scope="row">
        <EntityName entityRef={request.entityRef} title={request.name} />
        <span className={styles.quiet}>{request.namespace}</span>
      </th>
      <td>
        {request.owner && <EntityRefLink entityRef={request.owner} hideIcon />}
      </td>
      <td>{request.applied ?? t('rollout.notYet')}</td>
      <td>{request.following}</td>
      <td>
        <Standing request={request} isAtVersion={props.isThere} />
        {canMove && href && (
          <Link
            href={href}
            variant="body-small"
            aria-label={t('rollout.move', { name })}
          >
            {t('rollout.moveShort')}
          </Link>
        )}
      </td>
    </tr>
  );
}

function Standing(props: {
  request: RolloutRequestResponse;
  isAtVersion: boolean;
}) {
  const { request, isAtVersion } = props;
  const { t } = useTexts();
  const say = useSay();
  return (
    <>
      <span className={styles.mark}>
        <ToneIcon tone={toneOf(request, isAtVersion)} size="small" isStill />
        {describe(request, isAtVersion, t)}
      </span>
      {request.excluded && (
        <span className={styles.quiet}>
          {say(request.excluded.wording, request.excluded.reason)}
        </span>
      )}
    </>
  );
}

function toneOf(request: RolloutRequestResponse, isAtVersion: boolean) {
  if (request.failed) {
    return 'bad';
  }
  if (isAtVersion) {
    return 'good';
  }
  return request.excluded ? 'paused' : 'waiting';
}

function describe(
  { failed, excluded }: RolloutRequestResponse,
  isAtVersion: boolean,
  t: Translate,
): string {
  if (failed) {
    return t('rollout.failed', { version: failed });
  }
  if (isAtVersion) {
    return t('rollout.there');
  }
  return excluded ? t('rollout.excluded') : t('rollout.lags');
}
