import type { Catalog } from './catalog';
import type { Writer } from './format';
import { layerOf } from './layers';
import type { Item } from './item';

/** What an item is called: by its name, or by what it is and where. */
export function titleOf(item: Item, writer: Writer): string {
  return item.name || [writer.text(layerOf(item.layer).one), item.communes.join(', ')].filter(Boolean).join(' · ');
}

/** What tells an item from others of its title. */
export function subtitleOf(item: Item, catalog: Catalog, writer: Writer): string {
  if (item.many > 1) return writer.text('manyHere', { n: writer.count(item.many) });
  const what = item.name ? writer.text(layerOf(item.layer).one) : writer.text('recordNumber', { id: String(item.id) });
  return [what, item.owner && catalog.organization(item.owner)].filter(Boolean).join(' · ');
}
