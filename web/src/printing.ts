import type { Cover } from './address';
import type { Atlas } from './atlas';
import type { Class } from './colouring';
import type { CoverClass } from './coverage';
import { layers, type Layer } from './layers';
import type { Palette } from './palette';

/** The classes of a legend, and how many there are of each, by its key. */
interface Counted<C> {
  classes: readonly C[];
  counts: ReadonlyMap<string, number>;
}

/**
 * What is printed: the map with all it takes to read it, as they were at one moment.
 * Some browsers make the paper after print() has returned, when the page is by
 * night again, or looks elsewhere.
 */
export interface Sheet {
  /** A data URL. */
  image: string;
  /** How much wider it is than high. */
  ratio: number;
  /** A length in metres that is a round number, and which part of the picture's width it takes. */
  bar: { m: number; part: number };
  title: string;
  /** The day of what is on it. */
  date: string;
  palette: Palette;
  /** What is drawn. */
  layers: readonly Layer[];
  sites: Counted<Class>;
  /** Null where none is drawn. */
  cover: (Counted<CoverClass> & { by: Cover['by'] }) | null;
  /** Whose the map underneath is. */
  attribution: string | undefined;
}

/** Puts the map on paper. */
export class Printing {
  /** What is being printed. */
  sheet: Sheet | null = null;
  title = '';

  constructor(
    private readonly atlas: Atlas,
    private readonly tell: () => void,
  ) {}

  /** Names the print. */
  entitle(title: string): void {
    this.title = title;
    this.tell();
  }

  /** Prints the map as it is, by day's colours. */
  async print(): Promise<void> {
    const { map, scheme } = this.atlas;
    if (!map) return;
    scheme.print(true);
    await map.settled();
    this.sheet = { ...map.picture(), bar: map.bar(), ...this.legend() };
    this.tell();
    const image = document.querySelector<HTMLImageElement>('.print-sheet img');
    await image?.decode().catch(() => {});
    window.print(); // which returns when the dialog is closed
    scheme.print(false);
  }

  /** What the map is read by. */
  private legend(): Pick<Sheet, 'title' | 'date' | 'palette' | 'layers' | 'sites' | 'cover' | 'attribution'> {
    const { at, scheme, unasked, view, classes, classCounts, covering, ground } = this.atlas;
    return {
      title: this.title,
      date: at.date,
      palette: scheme.palette,
      layers: layers.filter((layer) => !unasked.has(layer.id) && view.zoom >= layer.fromZoom),
      sites: { classes, counts: classCounts },
      cover: at.cover && covering.counts && { by: at.cover.by, classes: covering.classes, counts: covering.counts },
      attribution: ground.chosen?.attribution,
    };
  }
}
