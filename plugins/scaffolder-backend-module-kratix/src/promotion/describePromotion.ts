import {
  toImpactMarkdown,
  type ReleaseChange,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Promotion } from './preparePromotion';

/**
 * What is told about a promotion where it was asked for, and in its pull request: the impact report, who asked, and
 * what a PromiseRelease makes of it.
 * @internal
 */
export function describePromotion(
  promotion: Promotion,
  release: ReleaseChange | undefined,
): string {
  const { from, report, requestedBy } = promotion;
  return [
    toImpactMarkdown(report),
    ...(release ? [describeRelease(release, promotion)] : []),
    requestedBy
      ? `As on ${from.name}. Asked for by \`${requestedBy}\` in Kratix Portal.`
      : `As on ${from.name}. Asked for in Kratix Portal.`,
  ].join('\n\n');
}

/** @internal */
export function titleOf({ to, report }: Promotion): string {
  return `Promote ${report.promise}${
    report.after ? ` ${report.after}` : ''
  } to ${to.title}`;
}

function describeRelease(release: ReleaseChange, { from }: Promotion): string {
  const { name, to, isUrlChanged } = release;
  const source = release.url ? ` ${inCode(release.url)}` : '';
  return [
    `The PromiseRelease ${inCode(name)} keeps this Promise: ${
      release.from
        ? `its version changes from ${inCode(release.from)}`
        : 'it gets the version'
    } to ${inCode(to)}${isUrlChanged ? ', and its source with it' : ''}.`,
    `Kratix installs what the source${source} serves, and only where its version is ${inCode(
      to,
    )}; the report is about the Promise as ${from.name} has it.`,
  ].join(' ');
}

/** A file's text, that cannot end the code that it stands in. */
function inCode(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ')}\``;
}
