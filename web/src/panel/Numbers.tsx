import type { Headline } from '../numbers';
import { useAtlas } from '../useAtlas';

/** The headline numbers of the day. */
export function Numbers() {
  const { writer, numbers } = useAtlas();
  return (
    <div className="numbers-box" aria-live="polite">
      {!numbers && <p className="hint">{writer.text('loading')}</p>}
      {numbers && (
        <dl className="numbers" title={writer.text('sharedHint')}>
          {numbers.map((n) => (
            <Number key={n.title} of={n} />
          ))}
        </dl>
      )}
    </div>
  );
}

function Number({ of: n }: { of: Headline }) {
  const { writer } = useAtlas();
  const under =
    n.ratio !== null
      ? writer.text(n.of, { part: writer.count(n.part), whole: writer.count(n.whole) })
      : n.computed !== null
        ? writer.text('computedIs', { ratio: writer.percent(n.computed) })
        : '';
  return (
    <div className="number">
      <dt>{writer.text(n.title)}</dt>
      <dd>
        <strong className={n.ratio === null ? 'none' : undefined}>{writer.percent(n.ratio)}</strong>
        {under && <span>{under}</span>}
      </dd>
    </div>
  );
}
