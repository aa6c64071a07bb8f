import { today } from '../day';
import { useAsked } from '../filing/ask';
import { Link } from '../filing/Link';
import { StandingMark, standings } from './board/standings';
import { DueSoon } from './DueSoon';
import { PageHeading } from './heading';
import { isPublic, useHouse, type Plan } from './house';
import { useWords } from './words';

/** The indicators shown first: what every provincial plan asks for. */
const headline = ['R_BTS_STOCK', 'R_POLE', 'V_MOB', 'V_FTTH'];

/** Where the pages of numbers begin: how the plans stand, the first numbers, what is due. */
export function HomePage() {
  const words = useWords();
  const house = useHouse();
  const { plans, who, indicators } = house;
  return (
    <>
      <PageHeading title={words.w('plansTitle')} hint={words.w(isPublic(house) ? 'publicHint' : 'plansHint')}>
        {who.department && (
          <Link className="button" href="/numbers/load">
            {words.w('loadPlan')}
          </Link>
        )}
      </PageHeading>
      <ul className="plan-cards">
        {plans.map((plan) => (
          <PlanCard key={plan.code} plan={plan} />
        ))}
      </ul>
      {plans.length === 0 && <p className="none">{words.w('noPlans')}</p>}
      <section className="headlines" aria-labelledby="headline-title">
        <h2 id="headline-title">{words.w('headline', { day: words.date(today()) })}</h2>
        <ul>
          {indicators
            .filter(({ code }) => headline.includes(code))
            .map(({ code }) => (
              <Headline key={code} code={code} />
            ))}
        </ul>
        <Link href="/numbers/indicators">{words.w('allIndicators', { n: String(indicators.length) })}</Link>
      </section>
      {who.reads && <DueSoon />}
    </>
  );
}

/** A plan and how many of its targets stand how, as a strip and in numbers. */
function PlanCard({ plan }: { plan: Plan }) {
  const words = useWords();
  const { desk } = useHouse();
  const { value: board, refusal } = useAsked(async () => (await desk.client.GET('/api/v1/plans/{code}/board', { params: { path: { code: plan.code } } })).data!, `${plan.code}/${words.language}`);
  const all = plan.targets.length;
  return (
    <li className="plan-card" data-plan={plan.code}>
      <h2>
        <Link href={`/numbers/plans/${plan.code}`}>{words.of(plan.title)}</Link>
      </h2>
      <p className="plan-line">
        {plan.number && <span>{plan.number}</span>}
        <span>{words.w('years', { from: String(plan.from), to: String(plan.to) })}</span>
        <span>{words.w('targetCount', { n: String(all) })}</span>
      </p>
      <p className="hint">{words.of(plan.territory)}</p>
      {refusal && <p className="wrong">{refusal.message}</p>}
      {!board && !refusal && <p className="hint">{words.t('loading')}</p>}
      {board && (
        <>
          <div className="strip" aria-hidden="true">
            {standings.map((standing) => (board.counts[standing] ? <Part key={standing} standing={standing} share={board.counts[standing]! / board.items.length} /> : null))}
          </div>
          <ul className="strip-legend">
            {standings
              .filter((standing) => board.counts[standing])
              .map((standing) => (
                <li key={standing} className={standing}>
                  <StandingMark standing={standing} />
                  {words.of(board.titles[standing]!)} <strong>{board.counts[standing]}</strong>
                </li>
              ))}
          </ul>
        </>
      )}
    </li>
  );
}

/** One part of a strip. */
function Part({ standing, share }: { standing: string; share: number }) {
  return <span className={standing} style={{ flexGrow: share }} />;
}

/** One of the first numbers, of today and the whole register. */
function Headline({ code }: { code: string }) {
  const words = useWords();
  const { desk } = useHouse();
  const { value: result, refusal } = useAsked(async () => (await desk.client.GET('/api/v1/indicators/{code}', { params: { path: { code } } })).data!, `${code}/${words.language}`);
  return (
    <li className="headline" data-indicator={code}>
      {refusal && <p className="wrong">{refusal.message}</p>}
      {!result && !refusal && <p className="hint">{words.t('loading')}</p>}
      {result && (
        <>
          <Link href={`/numbers/indicators/${code}`}>{words.of(result.title)}</Link>
          <strong className={result.value === null ? 'none-yet' : undefined}>{words.value(result.value, result.unit)}</strong>
          {result.numerator !== null && result.denominator !== null && (
            <small>{words.w('outOf', { part: words.number(result.numerator), whole: words.number(result.denominator), unit: words.of(result.numerator_unit) })}</small>
          )}
        </>
      )}
    </li>
  );
}
