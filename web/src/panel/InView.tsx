import { Sign } from './Sign';
import { subtitleOf, titleOf } from '../naming';
import type { Item } from '../item';
import { useAtlas } from '../useAtlas';

/** What is in view, the nearest to its centre first: the map for those who do not use a pointer. */
export function InView({ opened }: { opened: () => void }) {
  const atlas = useAtlas();
  const { items } = atlas.listing;
  return (
    <ul className="items">
      {items.length === 0 && <li className="hint">{atlas.writer.text('nothingInView')}</li>}
      {items.map((item) => (
        <Row key={`${item.layer}/${item.id}`} item={item} opened={opened} />
      ))}
    </ul>
  );
}

function Row({ item, opened }: { item: Item; opened: () => void }) {
  const atlas = useAtlas();
  const { catalog, writer } = atlas;
  const about = subtitleOf(item, catalog, writer);
  const key = `${item.layer}/${item.id}`;
  const open = () => {
    opened();
    atlas.show(item, () => document.querySelector<HTMLElement>(`[data-item="${key}"]`));
  };
  return (
    <li>
      <button type="button" className="item" data-item={key} onClick={open}>
        <Sign of={item} />
        <span className="name">
          {titleOf(item, writer)}
          {about && <small>{about}</small>}
        </span>
      </button>
    </li>
  );
}
