/** The colours of the map, also those of the legend. */
export interface Palette {
  readonly beyond: string;
  readonly land: string;
  readonly town: string;
  readonly border: string;
  readonly provinceBorder: string;
  readonly label: string;
  /** Around the letters of labels. */
  readonly labelHalo: string;
  /** Around points. */
  readonly halo: string;
  readonly village: string;
  readonly servicePoint: string;
  readonly pole: string;
  readonly duct: string;
  readonly manhole: string;
  readonly cable: string;
  readonly trench: string;
  readonly selected: string;
  readonly selectedEdge: string;
  readonly otherOwner: string;
  readonly measure: string;
  readonly zone: string;
  readonly street: string;
  readonly planned: string;
}

/** The map by day, and on paper. */
export const palette: Palette = {
  beyond: '#dde4e8',
  land: '#fbf9f4',
  town: '#f1e8d9',
  border: '#b8b0a2',
  provinceBorder: '#80766a',
  label: '#5b5349',
  labelHalo: '#ffffff',
  halo: '#ffffff',
  village: '#6d5f50',
  servicePoint: '#20262c',
  pole: '#7d4f22',
  duct: '#7a3fb0',
  manhole: '#7a3fb0',
  cable: '#0c7480',
  trench: '#3f4a52',
  selected: '#ffd21f',
  selectedEdge: '#3f4a52',
  otherOwner: '#6a737b',
  measure: '#c2255c',
  zone: '#a5387f',
  street: '#b06a00',
  planned: '#1d7d3f',
};

/** The map by night. */
export const nightPalette: Palette = {
  beyond: '#10171b',
  land: '#1c262b',
  town: '#26333a',
  border: '#43535c',
  provinceBorder: '#7d8f99',
  label: '#c3d0d6',
  labelHalo: '#121a1e',
  halo: '#0e1417',
  village: '#b3a48f',
  servicePoint: '#dfe7ea',
  pole: '#d39a63',
  duct: '#b98be6',
  manhole: '#b98be6',
  cable: '#3fb6c4',
  trench: '#9fb0ba',
  selected: '#ffd21f',
  selectedEdge: '#e3eaed',
  otherOwner: '#8e99a1',
  measure: '#ff7fae',
  zone: '#e08bc4',
  street: '#f0b45a',
  planned: '#6fd08f',
};

/** Owners' colours, apart also for readers who see red and green alike. */
export const ownerColours = ['#0b62b0', '#cf4310', '#00806a', '#8e3fa8', '#a87400', '#c2255c', '#4f7d00', '#2c8ea8'] as const;

/** The same by night. */
const nightOwnerColours = ['#5aa7ee', '#ff8a5c', '#3cc4a9', '#cf8ae4', '#e0ae3c', '#f37aa5', '#9ccc4d', '#6fcbe2'] as const;

/** Gives every owner a colour by its place in the register, so that a day or a filter changes none. */
export function coloursOf(owners: readonly string[], p: Palette = palette): ReadonlyMap<string, string> {
  const colours = p === nightPalette ? nightOwnerColours : ownerColours;
  return new Map(owners.slice(0, colours.length).map((owner, i) => [owner, colours[i]!]));
}

/**
 * The colours of judgements, from good to bad, then what cannot be judged: apart
 * by lightness too, for readers who see red and green alike.
 */
export interface Verdicts {
  readonly good: string;
  readonly fair: string;
  readonly bad: string;
  readonly worst: string;
  readonly unknown: string;
}

export const verdictsOf = (p: Palette): Verdicts =>
  p === nightPalette
    ? { good: '#3cc4a9', fair: '#f0c04a', bad: '#ff8a5c', worst: '#ff6f91', unknown: '#8e99a1' }
    : { good: '#00806a', fair: '#c98a00', bad: '#cf4310', worst: '#8c1140', unknown: '#6a737b' };

/** One hue from little to much, for shares of an area. */
export const rampOf = (p: Palette): readonly [string, string, string, string, string] =>
  p === nightPalette ? ['#8c2f1c', '#a3642a', '#8f8433', '#4f7f5f', '#1f7f78'] : ['#d7543a', '#eda25b', '#f2dc93', '#a5cfa4', '#4d9e94'];
