import {
  ButtonIcon,
  SearchField,
  ToggleButton,
  Tooltip,
  TooltipTrigger,
} from '@backstage/ui';
import {
  RiArrowDownDoubleLine,
  RiArrowDownSLine,
  RiArrowUpSLine,
  RiDownloadLine,
  RiHistoryLine,
  RiTextWrap,
} from '@remixicon/react';
import type { WorkflowSubject } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LogQuestion } from '../../api';
import type { LiveLog } from '../../hooks';
import { useTexts } from '../../translation';
import { CopyButton } from '../copy/CopyButton';
import { LogState } from './LogState';
import type { LogSearch } from './useLogSearch';
import { useSaveLog } from './useSaveLog';
import styles from './log.module.css';

/**
 * What can be done with a log.
 * @internal
 */
export function LogBar(props: {
  name: string;
  subject: WorkflowSubject;
  source: LogQuestion;
  log: LiveLog;
  search: LogSearch;
  isWrapped: boolean;
  onWrap: (isWrapped: boolean) => void;
  isFollowing: boolean;
  onFollow: (isFollowing: boolean) => void;
  previous: { isShown: boolean; show: (isShown: boolean) => void } | undefined;
}) {
  const { name, log, search, previous } = props;
  const { t } = useTexts();
  const save = useSaveLog(props.subject, props.source);
  return (
    <div className={styles.bar}>
      <h3 className={styles.title}>
        {name}
        <span role="status" className={styles.status}>
          <BarState save={save} log={log} />
        </span>
      </h3>
      <SearchBox search={search} />
      <div className={styles.group}>
        {previous && (
          <Toggle
            label={t('log.previous')}
            icon={<RiHistoryLine size={16} />}
            isOn={previous.isShown}
            onChange={previous.show}
          />
        )}
        <Toggle
          label={t('log.wrap')}
          icon={<RiTextWrap size={16} />}
          isOn={props.isWrapped}
          onChange={props.onWrap}
        />
        <Toggle
          label={t('log.follow')}
          icon={<RiArrowDownDoubleLine size={16} />}
          isOn={props.isFollowing}
          onChange={props.onFollow}
        />
        <CopyButton
          text={() => log.lines.map(line => line.text).join('\n')}
          what={t('log.whole')}
        />
        <SaveButton save={save} />
      </div>
    </div>
  );
}

/** What became of a download is said until the next; it is what was asked for last. */
function BarState(props: {
  save: ReturnType<typeof useSaveLog>;
  log: LiveLog;
}) {
  const { t } = useTexts();
  switch (props.save.state) {
    case 'idle':
    case 'busy':
      return <LogState log={props.log} />;
    case 'limit':
    case 'failed':
      return <>{t(`log.downloaded.${props.save.state}`)}</>;
    default:
      return props.save.state satisfies never;
  }
}

function SaveButton({ save }: { save: ReturnType<typeof useSaveLog> }) {
  const { t } = useTexts();
  return (
    <ButtonIcon
      size="small"
      variant="tertiary"
      aria-label={t('log.download')}
      icon={<RiDownloadLine />}
      isDisabled={save.state === 'busy'}
      onPress={save.start}
    />
  );
}

function SearchBox({ search }: { search: LogSearch }) {
  const { t } = useTexts();
  const isEmpty = search.text === '';
  return (
    <>
      <SearchField
        size="small"
        className={styles.search}
        aria-label={t('log.search')}
        placeholder={t('log.search')}
        value={search.text}
        onChange={search.setText}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            search.step(event.shiftKey ? -1 : 1);
          }
        }}
      />
      {!isEmpty && (
        <div className={styles.group}>
          <span role="status" className={styles.hits}>
            {search.total === 0
              ? t('log.noHits')
              : t('log.hit', {
                  index: String(search.position),
                  total: String(search.total),
                })}
          </span>
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('log.previousHit')}
            icon={<RiArrowUpSLine />}
            isDisabled={search.total === 0}
            onPress={() => search.step(-1)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            aria-label={t('log.next')}
            icon={<RiArrowDownSLine />}
            isDisabled={search.total === 0}
            onPress={() => search.step(1)}
          />
        </div>
      )}
    </>
  );
}

function Toggle(props: {
  label: string;
  icon: JSX.Element;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <TooltipTrigger>
      <ToggleButton
        size="small"
        aria-label={props.label}
        isSelected={props.isOn}
        onChange={props.onChange}
      >
        {props.icon}
      </ToggleButton>
      <Tooltip>{props.label}</Tooltip>
    </TooltipTrigger>
  );
}
