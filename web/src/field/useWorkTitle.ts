import { useEffect, useState } from 'react';
import { layerOf, type LayerID } from '../layers';
import { useAtlas } from '../useAtlas';

const layersOf: Readonly<Record<string, LayerID>> = { site: 'sites', pole: 'poles', service_point: 'service-points' };

/** What a work is called, as soon as it is known. */
export function useWorkTitle({ kind, id }: { kind: string; id: number }): string {
  const { api, listing: { items }, writer } = useAtlas();
  const layer = layersOf[kind] ?? 'sites';
  const here = items.find((item) => item.layer === layer && item.id === id)?.name;
  const [title, setTitle] = useState(here ?? `${writer.text(layerOf(layer).one)} ${id}`);
  useEffect(() => {
    if (here) return setTitle(here);
    api.get(`/api/v1/${layer}/{id}`, { path: { id } }).then(
      (record) => setTitle(record.name || record.code || String(id)),
      () => {}, // its number will do
    );
  }, [api, layer, id, here]);
  return title;
}
