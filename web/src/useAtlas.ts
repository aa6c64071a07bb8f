import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Atlas } from './atlas';

export const AtlasContext = createContext<Atlas | null>(null);

/** The page's state; who uses it is drawn anew whenever it changes. */
export function useAtlas(): Atlas {
  const atlas = useContext(AtlasContext)!;
  useSyncExternalStore(atlas.subscribe, atlas.version);
  return atlas;
}
