import type { CSSProperties } from 'react';
import { CoverLegend } from '../panel/Coverage';
import { today } from '../day';
import { layers } from '../layers';
import { Dot, Swatch } from '../legend';
import { useAtlas } from '../useAtlas';

/** What is printed: the page's own panels are for the screen. It is filled when the reader prints. */
export function PrintSheet() {
  const atlas = useAtlas();
  const { writer, at, printing, scheme, classes, view, unasked, ground } = atlas;
  const { sheet, title } = printing;
  if (!sheet) return null;
  const shown = layers.filter((layer) => !unasked.has(layer.id) && view.zoom >= layer.fromZoom);
  return (
    <article className="print-sheet" aria-hidden="true">
      <header>
        <h1>{title || writer.text('mapLabel')}</h1>
        <p>{writer.text('printAsOf', { date: writer.date(at.date) })}</p>
      </header>
      <figure style={{ '--ratio': sheet.ratio } as CSSProperties}>
        <img src={sheet.image} alt="" />
        <span className="bar" style={{ width: `${(100 * sheet.bar.part).toFixed(2)}%` }}>
          {writer.length(sheet.bar.m)}
        </span>
      </figure>
      <section>
        <h2>{writer.text('legend')}</h2>
        <ul>
          {shown.map((layer) => (
            <li key={layer.id}>
              <Swatch layer={layer.id} palette={scheme.palette} />
              {writer.text(layer.title)}
            </li>
          ))}
          {shown.some(({ id }) => id === 'sites') &&
            classes.map(
              ({ key, title, colour }) =>
                sheet.counts.has(key) && (
                  <li key={key}>
                    <Dot colour={colour} />
                    {title} ({writer.count(sheet.counts.get(key)!)})
                  </li>
                ),
            )}
        </ul>
        {at.cover && <CoverLegend by={at.cover.by} />}
      </section>
      <footer>{[writer.text('printSource', { date: writer.date(today()) }), ground.chosen?.attribution].filter(Boolean).join(' ')}</footer>
    </article>
  );
}
