import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import { today } from '../day';
import { Loading, Refused, useAsked } from './ask';
import { Board } from './Board';
import { Chip } from './Chip';
import { isAsked, isOpen, monthsOf, readDuties, readObligations, whenOf, words, type Due, type Duty, type Month, type Obligation } from './duties';
import { Link } from './Link';
import { NothingDialog } from './NothingDialog';
import { Obligations } from './Obligations';
import { useSay, type Say } from './say';
import { dutyStates } from './text';
import { useOffice } from './who';

const looks: Readonly<Record<Duty['state'], string>> = { not_due: 'calm', due: 'warn', late: 'bad', filed: 'moving', returned: 'bad', accepted: 'good' };

/** The year an address asks for, or this one. */
const yearAsked = () => Number(/^\?year=(\d{4})$/.exec(location.search)?.[1] ?? today().slice(0, 4));

/** Tháng 10, October; with its year when one is given. */
function monthName(say: Say, month: number, year?: number): string {
  const format = new Intl.DateTimeFormat(say.language === 'vi' ? 'vi-VN' : 'en-GB', { month: 'long', ...(year && { year: 'numeric' }), timeZone: 'UTC' });
  const name = format.format(Date.UTC(year ?? 2000, month - 1, 1));
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** The calendar of a year: who reports what to whom by when, and how it stands. */
export function DutiesPage() {
  const say = useSay();
  const { desk, who } = useOffice();
  const [year, setYear] = useState(yearAsked);
  const oversees = who.department || who.session.roles.includes('auditor');
  const duties = useAsked(async () => ({ year, list: await readDuties(desk, year) }), `${year}/${say.language}`);
  const obligations = useAsked(() => readObligations(desk), say.language);
  const shown = duties.value?.year === year ? duties.value.list : undefined;
  const months = monthsOf(shown ?? [], year);
  const again = () => {
    duties.again();
    obligations.again();
  };
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('duties')}</h1>
          <p className="hint">{say.t('dutiesHint')}</p>
        </div>
        <div className="years" role="group" aria-label={say.t('chooseYear')}>
          <Button aria-label={say.t('goToYear', { year: String(year - 1) })} onPress={() => setYear(year - 1)}>
            ‹ {year - 1}
          </Button>
          <strong aria-live="polite">{year}</strong>
          <Button aria-label={say.t('goToYear', { year: String(year + 1) })} onPress={() => setYear(year + 1)}>
            {year + 1} ›
          </Button>
        </div>
      </div>
      {duties.refusal && <Refused refusal={duties.refusal} again={again} />}
      {!shown && !duties.refusal && <Loading />}
      {oversees && shown && shown.length > 0 && <Board year={year} of={duties.value} />}
      {shown?.length === 0 && <p className="none">{say.t('noDuties', { year: String(year) })}</p>}
      {shown && shown.length > 0 && (
        <>
          <Strip months={months} />
          {months
            .filter((m) => m.due.length > 0)
            .map((m) => (
              <section key={m.month} className="month" aria-labelledby={`month-${m.month}`}>
                <h2 id={`month-${m.month}`} tabIndex={-1}>
                  {monthName(say, m.month, year)}
                </h2>
                {m.due.map((due) => (
                  <DueCard key={`${due.obligation}/${due.day}`} due={due} obligation={obligations.value?.find((o) => o.id === due.obligation)} again={again} />
                ))}
              </section>
            ))}
        </>
      )}
      {oversees && obligations.value && <Obligations list={obligations.value} year={year} again={again} />}
    </>
  );
}

/** The twelve months at a glance; one with something due leads to it. */
function Strip({ months }: { months: readonly Month[] }) {
  const say = useSay();
  const go = (month: number) => {
    const heading = document.getElementById(`month-${month}`);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <ol className="months" aria-label={say.t('months')}>
      {months.map(({ month, due }) => {
        const duties = due.flatMap((d) => d.duties);
        const open = duties.filter(isOpen).length;
        const look = duties.some((d) => d.state === 'late' || d.state === 'returned') ? 'bad' : duties.some((d) => d.state === 'due') ? 'warn' : open > 0 ? 'calm' : 'good';
        const name = monthName(say, month);
        return (
          <li key={month}>
            {duties.length === 0 ? (
              <span>{name}</span>
            ) : (
              <Button className={look} onPress={() => go(month)}>
                {name}
                <small>{say.t('dutyCount', { n: say.count(duties.length) })}</small>
                {open > 0 && <small>{say.t('openCount', { n: say.count(open) })}</small>}
              </Button>
            )}
          </li>
        );
      })}
    </ol>
  );
}

function fulfilling(say: Say, by: string): string {
  if (by === 'any') return say.t('byAnyFiling');
  return by === 'paper' ? say.t('byPaper') : say.t('byNoun', { noun: say.noun(by) });
}

/** One report that is due on one day, with everybody who owes it. */
function DueCard({ due, obligation, again }: { due: Due; obligation: Obligation | undefined; again: () => void }) {
  const say = useSay();
  const { title, recipient, fulfilled_by } = due.duties[0]!;
  return (
    <article className="duty">
      <header>
        <h3>{say.of(title)}</h3>
        <p className="sentence">{say.t('dueOn', { day: say.date(due.day) })}</p>
      </header>
      <dl className="told">
        <div>
          <dt>{say.t('recipient')}</dt>
          <dd>{recipient}</dd>
        </div>
        <div>
          <dt>{say.t('fulfilledBy')}</dt>
          <dd>{fulfilling(say, fulfilled_by)}</dd>
        </div>
        {obligation && (
          <div>
            <dt>{say.t('basis')}</dt>
            <dd>{obligation.basis}</dd>
          </div>
        )}
      </dl>
      <ul>
        {due.duties.map((duty) => (
          <DutyItem key={duty.organization} duty={duty} again={again} />
        ))}
      </ul>
    </article>
  );
}

/** How one organization stands with one report, and what it can do. */
function DutyItem({ duty, again }: { duty: Duty; again: () => void }) {
  const say = useSay();
  const { who } = useOffice();
  const [asking, ask] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const item = useRef<HTMLLIElement>(null);
  const own = who.filer && !who.department && who.session.organization === duty.organization;
  const done = () => {
    setRefusal(null);
    item.current?.focus(); // the button that was pressed is gone
    again();
  };
  return (
    <li ref={item} tabIndex={-1}>
      <Chip look={looks[duty.state]}>{say.of(dutyStates[duty.state])}</Chip>
      <span className="name">
        {duty.organization_name}
        {duty.answer?.note && <small>{say.t('noteSays', { note: duty.answer.note })}</small>}
      </span>
      <span className={isOpen(duty) && duty.late_days > 0 ? 'bad' : ''}>{whenOf(duty, today()).map((said) => words(say, said)).join(', ')}</span>
      <span className="actions">
        {duty.filing !== null && <Link href={`/filings/${duty.filing}`}>{say.t('filingNumber', { id: String(duty.filing) })}</Link>}
        {own && isOpen(duty) && duty.fulfilled_by !== 'paper' && (
          <Link className="button primary" href="/filings/new">
            {say.t('newFiling')}
          </Link>
        )}
        {own && isAsked(duty) && (
          <Button aria-label={say.t('nothingFor', { title: say.of(duty.title) })} onPress={() => ask(true)}>
            {say.t('nothing')}
          </Button>
        )}
      </span>
      {asking && <NothingDialog duty={duty} close={() => ask(false)} done={done} refused={setRefusal} />}
      {refusal && <Refused refusal={refusal} again={again} />}
    </li>
  );
}
