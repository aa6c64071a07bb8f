import { Icon } from '../legend';
import { toolsFor } from '../side/tools';
import { useAtlas } from '../useAtlas';

/** What can be done with the map; each opens beside it. */
export function Tools({ chosen }: { chosen: () => void }) {
  const atlas = useAtlas();
  const { writer, at } = atlas;
  const open = (id: string) => {
    chosen();
    atlas.open(at.open === id ? '' : id);
  };
  return (
    <div className="tools" role="group" aria-label={writer.text('tools')}>
      {toolsFor(atlas)
        .filter(({ unlisted }) => !unlisted)
        .map(({ id, title, short, icon }) => (
        <button key={id} type="button" data-tool={id} aria-pressed={at.open === id} onClick={() => open(id)}>
          <Icon of={icon} size={18} />
          {writer.text(short ?? title)}
          {id === 'queue' && atlas.queue.waiting > 0 && <span className="waiting">{writer.text('queueWaiting', { n: writer.count(atlas.queue.waiting) })}</span>}
        </button>
      ))}
      {atlas.catalog.list('feedback_kind').length > 0 && (
        <a className="tool" href="/feedback">
          <Icon of="feedback" size={18} />
          {writer.text('feedbackTool')}
        </a>
      )}
    </div>
  );
}
