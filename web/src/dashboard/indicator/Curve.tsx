import { useMemo } from 'react';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Chart, type Draw } from '../figure/Chart';
import { Figure, Rows } from '../figure/Figure';
import { valueAxis } from '../figure/axes';
import { useHouse } from '../house';
import type { Query } from '../place';
import { useWords } from '../words';
import { readCurve, type Result } from './ask';

/** How much a number turns on one parameter of its definition: a curve over distances, bars over sets of technologies. */
export function Curve({ code, question, result, parameter }: { code: string; question: Query; result: Result; parameter: 'merge_distance' | 'technology' }) {
  const words = useWords();
  const { desk } = useHouse();
  const asked = useAsked(() => readCurve(desk, code, question, parameter), `${code}/${JSON.stringify(question)}/${parameter}`);
  const steps = asked.value;
  const { unit, value: registered } = result;
  const far = parameter === 'merge_distance';
  const draw = useMemo<Draw | null>(() => {
    if (!steps?.some((s) => s.value !== null)) return null;
    const text = (s: (typeof steps)[number]) => `${s.label}\n${words.value(s.value, unit)}`;
    const tip = { fill: 'var(--paper)', stroke: 'var(--line)' };
    if (!far) {
      return (plot, width) =>
        plot.plot({
          width, height: 40 + steps.length * 34, marginLeft: 110, marginRight: 70,
          x: { ...valueAxis(words, unit), axis: null, zero: true },
          y: { label: null, domain: steps.map((s) => s.label) },
          marks: [
            plot.barX(steps, { x: 'value', y: 'label', fill: 'var(--line-1)' }),
            plot.text(steps, { x: 'value', y: 'label', text: (s) => words.value(s.value, unit), dx: 6, textAnchor: 'start', fill: 'currentColor' }),
            plot.ruleX([0]),
          ],
        });
    }
    // a number stands under its point, to the right, where a curve that rises ever less leaves it room, unless it would run into the one before it
    return (plot, width) => {
      const [marginLeft, marginRight] = [56, 52];
      const most = Math.max(...steps.map((s) => s.merge_distance_m ?? 0), 1);
      let free = -Infinity;
      const written = steps.filter((s) => {
        const at = ((s.merge_distance_m ?? 0) / most) * (width - marginLeft - marginRight);
        if (s.value === null || at < free) return false;
        free = at + 44;
        return true;
      });
      return plot.plot({
        width, height: 280, marginLeft, marginRight, marginBottom: 44, marginTop: 26,
        x: { label: words.w('mergeDistance'), labelAnchor: 'center', labelArrow: 'none', ticks: Math.max(2, Math.floor(width / 80)), tickFormat: (n: number) => words.number(n) } as never,
        y: { ...valueAxis(words, unit), zero: true },
        marks: [
          ...(registered === null ? [] : [plot.ruleY([registered], { stroke: 'currentColor', strokeDasharray: '4 3', strokeWidth: 1.4 })]),
          plot.line(steps, { x: 'merge_distance_m', y: 'value', stroke: 'var(--line-1)', strokeWidth: 2.2 }),
          plot.dot(steps, { x: 'merge_distance_m', y: 'value', fill: 'var(--line-1)', r: 3.8 }),
          plot.text(written, { x: 'merge_distance_m', y: 'value', dx: 8, dy: 12, textAnchor: 'start', text: (s) => words.number(s.value), fill: 'currentColor', stroke: 'var(--paper)', strokeWidth: 4, fontWeight: 600 }),
          plot.tip(steps, plot.pointerX({ x: 'merge_distance_m', y: 'value', title: text, ...tip })),
        ],
      });
    };
  }, [steps, words, unit, far, registered]);
  const values = steps?.flatMap((s) => (s.value === null ? [] : [s.value])) ?? [];
  const label = values.length > 0 ? words.w('curveIs', { low: words.value(Math.min(...values), unit), high: words.value(Math.max(...values), unit) }) : words.w('noValue');
  return (
    <Figure
      title={words.w(far ? 'curveDistance' : 'curveTechnology')}
      hint={words.w(far ? 'curveDistanceHint' : 'curveTechnologyHint')}
      table={
        <Rows
          caption={words.w(far ? 'curveDistance' : 'curveTechnology')}
          rows={steps ?? []}
          keyOf={(s) => s.label}
          columns={[
            { title: words.w(far ? 'mergeDistance' : 'technologySet'), of: (s) => s.label },
            { title: words.unit(unit), of: (s) => words.number(s.value), number: true },
            { title: words.w('numerator'), of: (s) => words.number(s.numerator), number: true },
            { title: words.w('denominator'), of: (s) => words.number(s.denominator), number: true },
          ]}
        />
      }
    >
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!steps && !asked.refusal && <Loading />}
      {steps && !draw && <p className="none">{words.w('noValue')}</p>}
      {draw && (
        <>
          <Chart label={label} draw={draw} />
          <p className="hint">
            {label} {far && registered !== null && words.w('asRegistered', { value: words.value(registered, unit) })}
          </p>
        </>
      )}
    </Figure>
  );
}
