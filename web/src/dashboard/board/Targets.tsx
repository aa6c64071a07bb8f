import type { Schemas } from '../../client/types';
import { Link } from '../../filing/Link';
import { pageOf } from '../place';
import { useWords, type Words } from '../words';
import { BulletBar } from './BulletBar';
import { StandingChip, type Row } from './standings';

/** What is to be reached, in words: over 30 %, 85 per 100 inhabitants. */
export function aimOf(words: Words, { target, unit }: Pick<Row, 'target' | 'unit'>): string {
  if (target.value === null) return words.w('noAim');
  const keys = { '>=': 'atLeast', '>': 'over', '=': 'exactly', keep: 'keep' } as const;
  return words.w(keys[target.comparator], { value: words.value(target.value, unit) });
}

/** Targets against values. told says that it is said above why there are none, so that each need not say it again. */
export function Targets({ rows, plan, told }: { rows: readonly Row[]; plan: Schemas['PlanHeader']; told: boolean }) {
  const words = useWords();
  const takes = rows.some((row) => row.gap.vi || row.actions.length > 0 || row.notes.length > 0);
  return (
    <table className="cards targets">
      <caption className="unseen">{words.w('targetsOf', { plan: words.of(plan.title) })}</caption>
      <thead>
        <tr>
          <th scope="col">{words.w('target')}</th>
          <th scope="col">{words.w('valueAgainst')}</th>
          <th scope="col">{words.w('standing')}</th>
          {takes && <th scope="col">{words.w('whatItTakes')}</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <TargetRow key={i} row={row} takes={takes} told={told} />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow({ row, takes, told }: { row: Row; takes: boolean; told: boolean }) {
  const words = useWords();
  const { target, unit } = row;
  const aim = aimOf(words, row);
  const counted = row.numerator !== null && row.denominator !== null;
  return (
    <tr data-target={target.indicator}>
      <th scope="row">
        <Link href={row.permalink ? pageOf(row.permalink) : `/numbers/indicators/${target.indicator}`}>{words.of(row.title)}</Link>
        <small>
          {words.w(target.cohort === 'new' ? 'newOnes' : 'dueIn', { year: String(target.due_year) })}
        </small>
        <Printed row={row} />
      </th>
      <td className="against">
        <p>
          <strong className={row.value === null ? 'none-yet' : undefined}>{words.value(row.value, unit)}</strong>
          <span className="aim">{aim}</span>
        </p>
        {(row.value !== null || target.value !== null) && <BulletBar row={row} label={words.w('bulletIs', { value: words.value(row.value, unit), aim })} />}
        <small>
          {counted && words.w('outOf', { part: words.number(row.numerator), whole: words.number(row.denominator), unit: words.of(row.numerator_unit) })}
          {row.expected !== null && <span className="expected-is">{words.w('expectedIs', { value: words.value(row.expected, unit) })}</span>}
        </small>
      </td>
      <td>
        <StandingChip standing={row.standing} title={words.of(row.standing_title)} />
        {!(told && row.value === null && target.value !== null) && <small>{words.of(row.why)}</small>}
        {row.trend && (
          <small className="trend">
            {words.of(row.trend.title)} {words.w('sinceDay', { day: words.date(row.trend.from) })}
          </small>
        )}
      </td>
      {takes && (
        <td className="takes">
          {words.of(row.gap) && <strong className="gap">{words.of(row.gap)}</strong>}
          {row.actions.length > 0 && (
            <ol>
              {row.actions.map((action, i) => (
                <li key={i}>
                  {words.of(action.title)} {action.gain !== null && <b>{words.change(action.gain, unit)}</b>}
                </li>
              ))}
            </ol>
          )}
          {row.notes.map((note, i) => (
            <small key={i}>{words.of(note)}</small>
          ))}
        </td>
      )}
    </tr>
  );
}

/** What the plan prints, which may be at fault, behind a disclosure. */
function Printed({ row: { target } }: { row: Row }) {
  const words = useWords();
  const doubt = target.doubt && words.of(target.doubt);
  return (
    <details className="printed">
      <summary>
        {words.w('asPrinted')}
        {doubt && <span className="chip warn">{words.w('inDoubt')}</span>}
      </summary>
      <p>
        <q lang="vi">{target.printed}</q>
      </p>
      {doubt && <p className="doubt">{doubt}</p>}
      {target.baseline !== null && target.baseline_on && <p>{words.w('baselineIs', { value: words.number(target.baseline), day: words.date(target.baseline_on) })}</p>}
    </details>
  );
}
