import type { Atlas } from './atlas';

/** A picture of the map for paper. */
export interface Sheet {
  /** A data URL. */
  image: string;
  /** How much wider it is than high. */
  ratio: number;
  /** A length in metres that is a round number, and which part of the picture's width it takes. */
  bar: { m: number; part: number };
  /** How many sites there are in it of each class, by its key. */
  counts: ReadonlyMap<string, number>;
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
    this.sheet = { ...map.picture(), bar: map.bar(), counts: this.atlas.classCounts };
    this.tell();
    const image = document.querySelector<HTMLImageElement>('.print-sheet img');
    await image?.decode().catch(() => {});
    window.print(); // which returns when the dialog is closed
    scheme.print(false);
  }
}
