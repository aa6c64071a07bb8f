import type { Cover } from './address';
import type { Told } from './colouring';
import { today } from './day';
import type { LayerID } from './layers';

/** The zoom from which on tiles have records; below, counts of them by cell. */
export const recordZoom = 10;

/**
 * The closest zoom tiles are asked for; what is closer is drawn from those. Each layer
 * is drawn tile by tile, which costs more than what is in them: four or six of these
 * fill a screen of streets, where a dozen closer ones would. Their grid is 0.3 m, so
 * that nothing is drawn more than a pixel beside its place up to zoom 19; and no town
 * has so many poles in 1.2 km by 1.2 km that a tile leaves some out, as one twice as
 * wide might, for good.
 */
export const closestZoom = 15;

/** What decides what the tiles of a day show. */
export interface Wanted {
  /** The day, as 2025-07-01. */
  date: string;
  /** What clusters of sites tell of theirs. */
  told: Told;
  /** The coverage villages are shown by. */
  cover: Cover | null;
}

/**
 * Where a layer's tiles are. Those of today are asked for without a day, so that
 * what was seen is found again tomorrow when there is no network.
 */
export function tilesOf(layer: LayerID, { date, told, cover }: Wanted, origin = location.origin, day = today()): string {
  const query = new URLSearchParams();
  if (date !== day) query.set('as_of', date);
  if (layer === 'sites') query.set('told', told);
  if (layer === 'villages' && cover?.by === 'village') {
    query.set('service', cover.service);
    if (cover.technology) query.set('technology', cover.technology);
    if (cover.operator) query.set('operator', cover.operator);
  }
  const text = query.toString();
  return `${origin}/tiles/${layer}/{z}/{x}/{y}.mvt${text && `?${text}`}`;
}

/** How often the register is asked whether tiles have changed, in milliseconds: a change is to be seen within two seconds. */
const askMS = 1500;

interface News {
  process: string;
  layers: Readonly<Record<string, number>>;
}

/**
 * Hears of changes while the page is looked at. What is asked is a few numbers,
 * the same for everybody: without credentials, so that a page left open does not
 * keep anybody signed in.
 */
export class TileNews {
  /** What each process that answers has said last. */
  private readonly said = new Map<string, News['layers']>();
  private timer = 0;

  /** Told the layers that have changed, when some have. */
  constructor(private readonly changed: (layers: ReadonlySet<string>) => void) {
    document.addEventListener('visibilitychange', () => this.wake());
    this.wake();
  }

  private wake(): void {
    window.clearTimeout(this.timer);
    if (document.visibilityState === 'visible') void this.ask();
  }

  private async ask(): Promise<void> {
    try {
      const answer = await fetch('/tiles/news', { credentials: 'omit' });
      if (answer.ok) this.hear((await answer.json()) as News);
    } catch {
      // without a network there is no news
    }
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.wake(), askMS);
  }

  private hear({ process, layers }: News): void {
    const before = this.said.get(process);
    this.said.set(process, layers);
    // a process not heard before says nothing new: what it tells from now on is
    if (!before) return;
    const changed = new Set(Object.keys(layers).filter((layer) => layers[layer] !== before[layer]));
    if (changed.size > 0) this.changed(changed);
  }
}
