/** The colours of the map, also those of the legend. */
export const palette = {
  beyond: '#dde4e8',
  land: '#fbf9f4',
  town: '#f1e8d9',
  border: '#b8b0a2',
  provinceBorder: '#80766a',
  label: '#5b5349',
  halo: '#ffffff',
  village: '#6d5f50',
  servicePoint: '#20262c',
  pole: '#7d4f22',
  duct: '#7a3fb0',
  manhole: '#7a3fb0',
  cable: '#0c7480',
  trench: '#3f4a52',
  selected: '#ffd21f',
  otherOwner: '#6a737b',
} as const;

/** Owners' colours, apart also for readers who see red and green alike. */
export const ownerColours = ['#0b62b0', '#cf4310', '#00806a', '#8e3fa8', '#a87400', '#c2255c', '#4f7d00', '#2c8ea8'] as const;

/** Gives every owner a colour by its place in the register, so that a day or a filter changes none. */
export function coloursOf(owners: readonly string[]): ReadonlyMap<string, string> {
  return new Map(owners.slice(0, ownerColours.length).map((owner, i) => [owner, ownerColours[i]!]));
}
