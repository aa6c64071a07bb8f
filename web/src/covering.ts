import { asProblem } from './api';
import type { Atlas } from './atlas';
import { communeColour, coverClasses, coverCounts, loadShares, villageColour, type CoverClass, type Shares } from './coverage';

/** The coverage the map shows, if one is chosen. */
export class Covering {
  /** That of communes, null while it is on its way or when none is shown. */
  private shares: Shares | null = null;
  private asking: AbortController | null = null;

  constructor(
    private readonly atlas: Atlas,
    private readonly update: () => void,
  ) {}

  /** It is on its way. */
  get busy(): boolean {
    return this.asking !== null;
  }

  /** Its classes. */
  get classes(): readonly CoverClass[] {
    const { at, scheme, writer } = this.atlas;
    return coverClasses(at.cover?.by ?? 'commune', scheme.palette, writer);
  }

  /** How many communes there are of each class, or villages in view; null before that is known. */
  get counts(): ReadonlyMap<string, number> | null {
    if (this.atlas.at.cover?.by === 'commune') return this.shares && coverCounts(this.classes, [...this.shares.values()].map((ratio) => [ratio, 1] as const));
    const villages = this.atlas.listing.surveyed.get('villages');
    return villages ? coverCounts(this.classes, villages.values) : null;
  }

  draw(): void {
    const { map, at } = this.atlas;
    const { classes, shares } = this;
    map?.cover(at.cover && { by: at.cover.by, colour: at.cover.by === 'commune' ? communeColour(classes, shares ?? new Map()) : villageColour(classes) });
  }

  /** Fetches that of communes, if that is chosen; that of villages is in their tiles. */
  async load(): Promise<void> {
    this.asking?.abort();
    this.asking = null;
    this.shares = null;
    this.draw();
    const { cover, date } = this.atlas.at;
    if (cover?.by !== 'commune') return;
    const { signal } = (this.asking = new AbortController());
    const shares = await loadShares(this.atlas.api, cover, date, signal).catch((error: unknown) => {
      if (!signal.aborted) this.atlas.problem = asProblem(error);
      return new Map();
    });
    if (signal.aborted) return;
    this.shares = shares;
    this.asking = null;
    this.draw();
    this.update();
  }
}
