import type { CSSProperties } from 'react';
import { CoverLegend } from '../panel/Coverage';
import { today } from '../day';
import { Dot, Swatch } from '../legend';
import { useAtlas } from '../useAtlas';

/** What is printed: the page's own panels are for the screen. It is filled when the reader prints. */
export function PrintSheet() {
  const { writer, printing } = useAtlas();
  const { sheet } = printing;
  if (!sheet) return null;
  const { sites, cover } = sheet;
  return (
    <article className="print-sheet" aria-hidden="true">
      <header>
        <h1>{sheet.title || writer.text('mapLabel')}</h1>
        <p>{writer.text('printAsOf', { date: writer.date(sheet.date) })}</p>
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
          {sheet.layers.map((layer) => (
            <li key={layer.id}>
              <Swatch layer={layer.id} palette={sheet.palette} />
              {writer.text(layer.title)}
            </li>
          ))}
          {sheet.layers.some(({ id }) => id === 'sites') &&
            sites.classes.map(
              ({ key, title, colour }) =>
                sites.counts.has(key) && (
                  <li key={key}>
                    <Dot colour={colour} />
                    {title} ({writer.count(sites.counts.get(key)!)})
                  </li>
                ),
            )}
        </ul>
        {cover && <CoverLegend {...cover} />}
      </section>
      <footer>{[writer.text('printSource', { date: writer.date(today()) }), sheet.attribution].filter(Boolean).join(' ')}</footer>
    </article>
  );
}
