import type { Item } from './item';
import { layers, type LayerID } from './layers';

/** A record that is shown beside the map. */
export interface Shown {
  layer: LayerID;
  id: number;
  /** The record as the map has it; null when a link led to it. */
  item: Item | null;
  /** Takes the focus when it is closed. */
  opener: (() => HTMLElement | null) | null;
}

/** How an address names a record, empty for none. */
export function openOf(shown: Shown | null): string {
  return shown ? `${shown.layer}/${shown.id}` : '';
}

/** The record an address names, if it does. */
export function shownOf(open: string): Shown | null {
  const [noun, id] = open.split('/');
  const layer = layers.find((l) => l.id === noun);
  return layer && !layer.tool && /^\d+$/.test(id ?? '') ? { layer: layer.id, id: Number(id), item: null, opener: null } : null;
}
