import {
  catalogProblemCodes,
  type CatalogProblemCode,
  type CatalogProblemsResponse,
  type ObjectProblem,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Where each platform's provider can be asked what is wrong, for those who read it elsewhere than in a log. Holds
 * nothing itself: every replica answers from its own plan.
 * @internal
 */
export class ProblemBoard {
  private readonly sources = new Map<string, () => readonly ObjectProblem[]>();

  /** From now on this platform is known. */
  add(platform: string, source: () => readonly ObjectProblem[]): void {
    this.sources.set(platform, source);
  }

  answer(): CatalogProblemsResponse {
    return {
      platforms: this.find().map(({ platform, problems }) => ({
        platform,
        problems: problems.slice(0, MOST_PROBLEMS),
        total: problems.length,
      })),
    };
  }

  /** All of them, what concerns most first. */
  find(): { platform: string; problems: readonly ObjectProblem[] }[] {
    return [...this.sources].map(([platform, find]) => ({
      platform,
      problems: find().filter(isOfCatalog).sort(byWeight),
    }));
  }
}

/** A page lists what can be read, and shows other problems beside these. */
const MOST_PROBLEMS = 50;

function isOfCatalog({ code }: ObjectProblem): boolean {
  return weightOf(code) >= 0;
}

function byWeight(a: ObjectProblem, b: ObjectProblem): number {
  return weightOf(a.code) - weightOf(b.code);
}

function weightOf(code: string): number {
  return catalogProblemCodes.indexOf(code as CatalogProblemCode);
}
