import { copyFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { findImagePrograms } from '../assets/findImagePrograms';
import { findMeans, findOptions, type Means } from '../assets/findMeans';
import type { KratixChoice } from '../assets/FindOptions';
import type { Found } from '../assets/Programs';
import type { RealPlatform } from '../RealPlatform';
import { startRealPlatform } from '../startRealPlatform';
import { handOnExisting } from './handOnExisting';
import { readImageMap } from './readImageMap';

/** So that a script can tell what is lacking from what fails (sysexits.h EX_UNAVAILABLE). */
const LACKS_MEANS = 69;

const program = new Command('real-platform')
  .description(
    'Starts a real Kubernetes API server with the real Kratix on the loopback, without Docker, and stops it when interrupted.',
  )
  .option('--kubeconfig <file>', 'also write the kubeconfig to this file')
  .option(
    '--images <file>',
    'YAML: image reference to the executable that stands for it',
  )
  .option(
    '--deliver <folder>',
    'apply what Kratix writes below this folder of its bucket to the platform itself',
  )
  .option('--no-building', 'take what is there already, and build nothing')
  .option('--without-kratix', 'Kubernetes and the state store alone')
  .addOption(
    new Option(
      '--kratix <which>',
      'wanted: the version of KRATIX_VERSION, else the pinned one; pinned: no other; any: where the pinned one cannot be had, the release before it',
    )
      .choices(['wanted', 'pinned', 'any'])
      .default('wanted'),
  )
  .option(
    '--existing',
    'start nothing: hand on the cluster of your kubeconfig, if it is meant for tests',
  )
  .action(run);

program.parseAsync().catch(error => {
  process.stderr.write(
    `${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});

function findProblem(
  means: Found<Means>,
  isWithoutKratix: boolean,
): string | undefined {
  if (!means.ok) {
    return means.problem;
  }
  const { kratix } = means.value;
  return isWithoutKratix || kratix.ok ? undefined : kratix.problem;
}

function endLacking(problem: string | undefined): void {
  process.stderr.write(`${problem}\n`);
  process.exitCode = LACKS_MEANS;
}

function untilInterrupted(): Promise<void> {
  return new Promise(resolve => {
    // To listen for signals alone keeps no process.
    const alive = setInterval(() => {}, 60_000);
    const end = () => {
      clearInterval(alive);
      resolve();
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

interface Options {
  existing?: boolean;
  kubeconfig?: string;
  images?: string;
  deliver?: string;
  building: boolean;
  withoutKratix?: boolean;
  kratix: KratixChoice;
}

async function run(options: Options): Promise<void> {
  if (!options.existing) {
    return await runOwn(options);
  }
  const lacking = await handOnExisting({
    say,
    kubeconfigPath: options.kubeconfig,
    isWithoutKratix: options.withoutKratix ?? false,
    untilInterrupted,
  });
  return lacking ? endLacking(lacking) : undefined;
}

async function runOwn(options: Options): Promise<void> {
  const building = options.building ? 'allowed' : 'never';
  const isWithoutKratix = options.withoutKratix ?? false;
  // Of what is not started, no other version need be looked for.
  const choice = isWithoutKratix ? 'wanted' : options.kratix;
  const means = await findMeans(say, building, choice);
  const problem = findProblem(means, isWithoutKratix);
  if (!means.ok || problem) {
    return endLacking(problem);
  }
  const images = options.images
    ? await readImageMap(options.images, module =>
        findImagePrograms(module, findOptions(say, building)),
      )
    : undefined;
  if (images && !images.ok) {
    return endLacking(images.problem);
  }
  const interrupted = untilInterrupted();
  const platform = await startRealPlatform({
    means: means.value,
    images: images?.value,
    deliverFrom: options.deliver,
    kratix: isWithoutKratix ? 'omitted' : 'required',
  });
  if (options.kubeconfig) {
    await copyFile(platform.kubeconfigPath, options.kubeconfig);
  }
  const { kratix } = means.value;
  announce(platform, kratix.ok ? kratix.value.insteadOf : undefined);
  await interrupted;
  await platform.close();
}

function announce(
  platform: RealPlatform,
  kratixInsteadOf: string | undefined,
): void {
  const { url, logFolder, kubectl, kubeconfigPath } = platform;
  say(`The API server is ${url}, and its logs are in ${logFolder}.`);
  say(`Try: ${kubectl} --kubeconfig ${kubeconfigPath} get namespaces`);
  say('Interrupt to stop it; everything it wrote goes with it.');
  // A script that started this hears what the sentences say.
  process.send?.({
    kubectl,
    auditLog: platform.auditLogPath,
    storeEndpoint: platform.store.endpoint,
    kratixInsteadOf,
  });
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
