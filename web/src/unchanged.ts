import type { Source } from 'maplibre-gl';

/**
 * Calls redraw when a tile of a source that was asked for again comes back as it was.
 * MapLibre draws no frame then, and so never says that it is idle to who waited for
 * that tile: the page would seem busy for ever, and a print never begin.
 */
export function onUnchanged(source: Pick<Source, 'loadTile'>, redraw: () => void): void {
  const load = source.loadTile.bind(source);
  source.loadTile = async (tile) => {
    const answer = await load(tile);
    if (answer?.unmodified) redraw();
    return answer;
  };
}
