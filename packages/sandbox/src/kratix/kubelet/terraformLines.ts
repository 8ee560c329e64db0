import { isRecord } from '../json/read';
import type { JobSubject } from './JobSubject';

/** What Terraform prints, for a container whose name or image says that it runs Terraform. @internal */
export function terraformLines(
  subject: JobSubject,
  container: string,
): readonly string[] {
  const { owner, promiseName } = subject;
  const address = `module.${identifier(promiseName)}.${identifier(
    owner.kind,
  )}.this`;
  const isDestroy = subject.action === 'delete' || /destroy/i.test(container);
  if (isDestroy) {
    return [
      ...initLines,
      `${address}: Refreshing state... [id=${owner.metadata.name}]`,
      `${address}: Destroying... [id=${owner.metadata.name}]`,
      `${address}: Destruction complete after 3s`,
      '',
      'Destroy complete! Resources: 1 destroyed.',
    ];
  }
  if (/apply/i.test(container)) {
    return [
      `${address}: Creating...`,
      `${address}: Still creating... [10s elapsed]`,
      `${address}: Creation complete after 12s [id=${owner.metadata.name}]`,
      '',
      'Apply complete! Resources: 1 added, 0 changed, 0 destroyed.',
    ];
  }
  return [
    ...initLines,
    'Terraform will perform the following actions:',
    '',
    `  # ${address} will be created`,
    `  + resource "${identifier(owner.kind)}" "this" {`,
    `      + name = "${owner.metadata.name}"`,
    ...inputs(owner.spec),
    '    }',
    '',
    'Plan: 1 to add, 0 to change, 0 to destroy.',
  ];
}

const initLines: readonly string[] = [
  'Initializing the backend...',
  'Initializing provider plugins...',
  'Terraform has been successfully initialized!',
  '',
];

function inputs(spec: unknown): readonly string[] {
  return isRecord(spec)
    ? Object.entries(spec)
        .filter(([, value]) =>
          ['string', 'number', 'boolean'].includes(typeof value),
        )
        .slice(0, 8)
        .map(
          ([key, value]) =>
            `      + ${identifier(key)} = ${JSON.stringify(value).slice(
              0,
              120,
            )}`,
        )
    : [];
}

function identifier(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^a-zA-Z0-9]+/g, '_')
    .toLowerCase();
}
