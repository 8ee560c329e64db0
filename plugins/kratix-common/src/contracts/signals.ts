/**
 * Channel of the hints that wake an open page. Anyone may listen, so a hint names nothing that needs
 * permission: only that something on a platform changed.
 * @public
 */
export const kratixSignalChannel = 'kratix';

/**
 * A hint: fetch again through the permissioned API if you show something of this.
 * @public
 */
export type KratixSignal = {
  type: 'changed';
  platform: string;
  /** Hash of the object's reference (`signalTopic`), so that only its own page refetches; absent: anything. */
  topics?: string[];
};
