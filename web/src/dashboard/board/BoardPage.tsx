import { useState } from 'react';
import { Button } from 'react-aria-components';
import { today } from '../../day';
import { Loading, Refused, useAsked } from '../../filing/ask';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { useUnitOptions } from '../controls/units';
import { PageHeading } from '../heading';
import { useHouse, type Plan } from '../house';
import { addressOf, dayOf, useQuery } from '../place';
import { useWords } from '../words';
import { Link } from '../../filing/Link';
import { go } from '../../filing/place';
import { StandingMark, standings, type Standing } from './standings';
import { Tasks } from './Tasks';
import { Targets } from './Targets';

/** A plan held against the register on a day. */
export default function BoardPage({ code }: { code: string }) {
  const words = useWords();
  const { desk, plans } = useHouse();
  const [query, change] = useQuery();
  const [only, setOnly] = useState<Standing | null>(null);
  const day = dayOf(query);
  const unit = query['unit'] ?? '';
  const plan = plans.find((p) => p.code === code);
  const asked = useAsked(async () => {
    const of = { as_of: day, ...(unit && { unit }) } as never;
    return (await desk.client.GET('/api/v1/plans/{code}/board', { params: { path: { code }, query: of } })).data!;
  }, `${code}/${day}/${unit}/${words.language}`);
  const board = asked.value;
  const units = useUnitOptions(day);
  const rows = board?.items.filter((row) => !only || row.standing === only) ?? [];
  return (
    <>
      <PageHeading title={plan ? words.of(plan.title) : code} above={plan && <PlanLine plan={plan} />}>
        <Button onPress={() => window.print()}>{words.w('print')}</Button>
        <a className="button" href={`/api/v1/plans/${code}/workbook.xlsx`} download>
          {words.w('planWorkbook')}
        </a>
        <Link className="button" href={addressOf('/numbers/reports', { plan: code, as_of: query['as_of'] ?? '' })}>
          {words.w('annualReport')}
        </Link>
      </PageHeading>
      <div className="controls noprint">
        <Select label={words.w('plan')} value={code} choose={(next) => go(addressOf(`/numbers/plans/${next}`, { as_of: query['as_of'] ?? '' }))} options={plans.map((p) => ({ value: p.code, name: words.of(p.title) }))} />
        <Day label={words.text('asOf')} value={day} choose={(as_of) => change({ as_of: as_of === today() ? '' : as_of })} />
        <Select label={words.w('territory')} value={unit} choose={(next) => change({ unit: next })} options={[{ value: '', name: words.w('ofThePlan') }, ...units.slice(1)]} />
      </div>
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!board && !asked.refusal && <Loading />}
      {board && (
        <div data-board={board.plan.code} data-day={board.as_of}>
          <p className="told-line">
            <strong>{words.w('onDay', { day: words.date(board.as_of) })}</strong>
            <span>{board.territory.name || (plan && words.of(plan.territory)) || words.w('wholeRegister')}</span>
            <small>{words.of(board.territory.method_title)}</small>
          </p>
          {words.of(board.why) && <p className="message warn">{words.of(board.why)}</p>}
          <div className="counts" role="group" aria-label={words.w('byStanding')}>
            {standings.map((standing) => (
              <Button key={standing} className={`count-of ${standing}`} aria-pressed={only === standing} isDisabled={!board.counts[standing]} onPress={() => setOnly(only === standing ? null : standing)}>
                <StandingMark standing={standing} />
                <strong>{board.counts[standing] ?? 0}</strong>
                <span>{words.of(board.titles[standing]!)}</span>
              </Button>
            ))}
          </div>
          {only && <p className="hint noprint">{words.w('onlyShown', { n: String(rows.length), standing: words.of(board.titles[only]!) })}</p>}
          <Targets rows={rows} plan={board.plan} told={words.of(board.why) !== ''} />
        </div>
      )}
      {plan && plan.tasks.length > 0 && <Tasks tasks={plan.tasks} />}
    </>
  );
}

/** The number of a plan, its day and for where it was made. */
function PlanLine({ plan }: { plan: Plan }) {
  const words = useWords();
  return (
    <p className="plan-line">
      {plan.number && <span>{plan.number}</span>}
      {plan.issued_on && <span>{words.date(plan.issued_on)}</span>}
      <span>{words.of(plan.territory)}</span>
    </p>
  );
}
