import { addProtocol, type Map as View, type RasterSourceSpecification } from 'maplibre-gl';
import type { Text } from './text';

/** A map that may lie under the register's own, as the server's settings have it. */
export interface Basemap {
  id: string;
  title: Text;
  /** The template of its pictures' addresses, or pmtiles:// and where its file is. */
  tiles: string;
  /** Plain text. */
  attribution: string;
  min_zoom: number;
  max_zoom: number;
  tile_size: number;
}

/** The source of the map underneath, and the layer that shows it. */
export const source = 'basemap';

/** Files of tiles are read by a module of their own, once one is wanted. */
let reading: Promise<void> | null = null;

const readFiles = () =>
  (reading ??= import('pmtiles').then(({ Protocol }) => {
    addProtocol('pmtiles', new Protocol().tile);
  }));

/** Has the land be seen through, or not. */
export function see(view: View, through: boolean): void {
  for (const part of ['units/land', 'units/towns']) view.setPaintProperty(part, 'fill-opacity', through ? 0 : 1);
}

/** Lays a basemap under everything but the colour of the sea, or takes it away; the land is then seen through. */
export async function lay(view: View, basemap: Basemap | null, wanted: () => boolean): Promise<void> {
  const inFile = basemap?.tiles.startsWith('pmtiles://') ?? false;
  if (inFile) await readFiles();
  if (!wanted()) return;
  if (view.getLayer(source)) view.removeLayer(source);
  if (view.getSource(source)) view.removeSource(source);
  see(view, basemap !== null);
  if (!basemap) return;
  const { tiles, tile_size, min_zoom, max_zoom } = basemap;
  const from: RasterSourceSpecification = inFile ? { type: 'raster', url: tiles, tileSize: tile_size } : { type: 'raster', tiles: [tiles], tileSize: tile_size, minzoom: min_zoom, maxzoom: max_zoom };
  view.addSource(source, from);
  view.addLayer({ id: source, type: 'raster', source, paint: { 'raster-fade-duration': 0 } }, 'units/land');
}
