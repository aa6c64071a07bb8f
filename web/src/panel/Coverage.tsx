import type { Cover } from '../address';
import { Choice } from '../Choice';
import type { CoverClass } from '../coverage';
import { Dot, Patch } from '../legend';
import { useAtlas } from '../useAtlas';

const technologies = ['2G', '3G', '4G', '5G'] as const;

const nothing = { service: 'mobile', by: 'commune', technology: '', operator: '' } as const;

/** Which coverage the map shows, and what its colours stand for. */
export function Coverage() {
  const atlas = useAtlas();
  const { writer, catalog, covering } = atlas;
  const { cover } = atlas.at;
  const show = (next: Cover | null) => atlas.choose({ cover: next });
  const shown = cover ? `${cover.service}/${cover.by}` : '';
  const services = [
    ['', writer.text('coverNone')],
    ['mobile/commune', writer.text('coverMobileCommunes')],
    ['mobile/village', writer.text('coverMobileVillages')],
    ['fibre/commune', writer.text('coverFibreCommunes')],
    ['fibre/village', writer.text('coverFibreVillages')],
  ] as const;
  const choose = (value: (typeof services)[number][0]) => {
    if (value === '') return show(null);
    const [service, by] = value.split('/') as [Cover['service'], Cover['by']];
    show({ ...(cover ?? nothing), service, by, ...(service === 'fibre' && { technology: '' }) });
  };
  return (
    <div className="coverage">
      <Choice label={writer.text('coverService')} value={shown as (typeof services)[number][0]} options={services} choose={choose} />
      {cover?.service === 'mobile' && (
        <Choice
          label={writer.text('coverTechnology')}
          value={cover.technology}
          options={[['', writer.text('anyTechnology')], ...technologies.map((t) => [t, t] as const)]}
          choose={(technology) => show({ ...cover, technology })}
        />
      )}
      {cover && (
        <Choice
          label={writer.text('coverOperator')}
          value={cover.operator}
          options={[['', writer.text('anyOperator')], ...catalog.operators.map((code) => [code, catalog.organization(code)] as const)]}
          choose={(operator) => show({ ...cover, operator })}
        />
      )}
      {cover && <CoverLegend by={cover.by} classes={covering.classes} counts={covering.counts} />}
    </div>
  );
}

/** What the colours stand for, and how many communes or villages there are of each. */
export function CoverLegend({ by, classes, counts }: { by: Cover['by']; classes: readonly CoverClass[]; counts: ReadonlyMap<string, number> | null }) {
  const { writer } = useAtlas();
  if (!counts) return <p className="hint">{writer.text('loading')}</p>;
  return (
    <ul className="owners covers">
      {classes.map(({ key, title, colour }) => {
        const there = counts.get(key) ?? 0;
        return (
          there > 0 && (
            <li key={key} data-cover={key}>
              {by === 'commune' ? <Patch colour={colour} /> : <Dot colour={colour} />}
              <span className="name">{title}</span>
              <span className="count">{writer.count(there)}</span>
            </li>
          )
        );
      })}
    </ul>
  );
}
