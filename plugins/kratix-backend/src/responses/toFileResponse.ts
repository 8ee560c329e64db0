import {
  maskSecrets,
  showHiddenCharacters,
  type DeliveryFileResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DecodedFile } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * A file as a person may see it: Secrets without their values, nothing hidden between the letters.
 * @internal
 */
export function toFileResponse(
  path: string,
  file: DecodedFile,
): DeliveryFileResponse {
  switch (file.type) {
    case 'undecodable':
      return { type: 'withheld', path, reason: 'undecodable' };
    case 'binary':
      return { ...file, path };
    case 'text': {
      const masked = maskSecrets(file.text);
      if (!masked) {
        return { type: 'withheld', path, reason: 'secret' };
      }
      const text = showHiddenCharacters(masked.text);
      return {
        ...file,
        path,
        text,
        hasMaskedSecrets: masked.hasSecrets,
        hasHiddenCharacters: text !== masked.text,
      };
    }
    default:
      return file satisfies never;
  }
}
