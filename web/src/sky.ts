import type { Map as View } from 'maplibre-gl';

/**
 * Has a map that cannot be tilted paint no sky. MapLibre paints one over the whole
 * map in each frame, whether it can be seen or not: without a graphics card that
 * takes longer than the map.
 */
export function withoutSky(view: View): void {
  const { painter } = view;
  painter.drawFunctions = { ...painter.drawFunctions, sky: () => {} };
}
