import { useMemo } from 'react';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Select } from '../controls/Select';
import { Chart, type Draw } from '../figure/Chart';
import { Figure, Rows } from '../figure/Figure';
import { monthAxis, valueAxis } from '../figure/axes';
import { useHouse } from '../house';
import { dayOf, useQuery, type Query } from '../place';
import { useWords } from '../words';
import { monthsBefore, readSeries, type Result } from './ask';

const spans = ['12', '24', '36', '60', '120'];

/** A number at the end of each month. */
export function Series({ code, question, result }: { code: string; question: Query; result: Result }) {
  const words = useWords();
  const { desk } = useHouse();
  const [query, change] = useQuery();
  const months = spans.find((n) => n === query['months']) ?? '36';
  const from = monthsBefore(dayOf(query), Number(months));
  const asked = useAsked(() => readSeries(desk, code, question, from), `${code}/${JSON.stringify(question)}/${from}`);
  const points = asked.value?.items;
  const { unit } = result;
  const reported = result.definition.family === 'reported';
  const draw = useMemo<Draw | null>(() => {
    const seen = (points ?? []).map((p) => ({ ...p, on: new Date(p.as_of) }));
    if (!seen.some((p) => p.value !== null)) return null;
    return (plot, width) =>
      plot.plot({
        width, height: 250, marginLeft: 56, marginRight: 24, marginBottom: 34,
        x: monthAxis(width),
        y: valueAxis(words, unit),
        marks: [
          // what is reported now and then is joined by dashes: between its points nobody knows
          reported
            ? plot.lineY(seen.filter((p) => p.value !== null), { x: 'on', y: 'value', stroke: 'var(--line-1)', strokeWidth: 1.6, strokeDasharray: '3 5' })
            : plot.lineY(seen, { x: 'on', y: 'value', stroke: 'var(--line-1)', strokeWidth: 2.2 }),
          plot.dot(seen, { x: 'on', y: 'value', fill: 'var(--line-1)', r: seen.length > 40 ? 1.8 : 3 }),
          plot.tip(seen, plot.pointerX({ x: 'on', y: 'value', title: (p) => `${words.date(p.as_of)}\n${words.value(p.value, unit)}`, fill: 'var(--paper)', stroke: 'var(--line)' })),
        ],
      });
  }, [points, words, unit, reported]);
  const first = points?.find((p) => p.value !== null);
  const last = points?.findLast((p) => p.value !== null);
  const label = first && last ? words.w('seriesIs', { from: words.date(first.as_of), then: words.value(first.value, unit), to: words.date(last.as_of), now: words.value(last.value, unit) }) : words.w('noValue');
  return (
    <Figure
      title={words.w('series')}
      hint={points && label}
      controls={<Select label={words.w('span')} value={months} choose={(n) => change({ months: n === '36' ? '' : n })} options={spans.map((n) => ({ value: n, name: words.w('monthCount', { n }) }))} />}
      table={
        <Rows
          caption={words.w('series')}
          rows={[...(points ?? [])].reverse()}
          keyOf={(p) => p.as_of}
          columns={[
            { title: words.w('day'), of: (p) => words.date(p.as_of) },
            { title: words.unit(unit), of: (p) => words.number(p.value), number: true },
            { title: words.w('numerator'), of: (p) => words.number(p.numerator), number: true },
            { title: words.w('denominator'), of: (p) => words.number(p.denominator), number: true },
          ]}
        />
      }
    >
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!points && !asked.refusal && <Loading />}
      {points && !draw && <p className="none">{words.of(asked.value!.why) || words.w('noValue')}</p>}
      {draw && <Chart label={label} draw={draw} />}
    </Figure>
  );
}
