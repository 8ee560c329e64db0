import type { Tone } from '@kratix-portal/backstage-plugin-kratix-common';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './delivery.module.css';

/**
 * One station of the picture; a button where there is something to open.
 * @internal
 */
export function DeliveryNode(props: {
  kind: string;
  name: string;
  detail?: string;
  /** Colour never stands alone: `detail` then says the same in a word. */
  tone?: Tone;
  isOpen?: boolean;
  onOpen?: () => void;
}) {
  const { kind, name, detail, tone, isOpen, onOpen } = props;
  const content = (
    <>
      {tone && <ToneIcon tone={tone} size="small" isStill />}
      <span className={styles.nodeWords}>
        <span className={styles.nodeKind}>{kind}</span>
        <span className={styles.nodeName}>
          <bdi>{name}</bdi>
        </span>
        {detail && <span className={styles.nodeDetail}>{detail}</span>}
      </span>
    </>
  );
  return onOpen ? (
    <button
      type="button"
      className={styles.node}
      aria-pressed={isOpen ?? false}
      onClick={onOpen}
    >
      {content}
    </button>
  ) : (
    <div className={styles.node}>{content}</div>
  );
}
