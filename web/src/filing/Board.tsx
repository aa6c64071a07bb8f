import { useEffect } from 'react';
import { Refused, useAsked } from './ask';
import { readBoard } from './duties';
import { useSay } from './say';
import { dutyStates } from './text';
import { useOffice } from './who';

/** The states in the order they are worth knowing, with the count of each. */
const counted = ['late', 'returned', 'due', 'not_due', 'filed', 'accepted'] as const;

/** How every organization stands with what is due in a year; read again when the duties it is of are. */
export function Board({ year, of }: { year: number; of: unknown }) {
  const say = useSay();
  const { desk } = useOffice();
  const board = useAsked(() => readBoard(desk, year), `${year}/${say.language}`);
  const { again } = board;
  useEffect(again, [of, again]);
  return (
    <section aria-labelledby="board-title">
      <h2 id="board-title">{say.t('board', { year: String(year) })}</h2>
      <p className="hint">{say.t('boardHint')}</p>
      {board.refusal && <Refused refusal={board.refusal} again={again} />}
      {board.value && (
        <table className="cards board">
          <thead>
            <tr>
              <th scope="col">{say.t('organization')}</th>
              {counted.map((state) => (
                <th key={state} scope="col" className="number">{say.of(dutyStates[state])}</th>
              ))}
              <th scope="col" className="number">{say.t('daysLate')}</th>
              <th scope="col">{say.t('lastFiling')}</th>
            </tr>
          </thead>
          <tbody>
            {board.value.map((c) => (
              <tr key={c.organization}>
                <th scope="row">
                  {c.name}
                  {c.accounts === 0 && <small className="warn">{say.t('noAccounts')}</small>}
                </th>
                {counted.map((state) => (
                  <td key={state} data-label={say.of(dutyStates[state])} className={`number ${c[state] === 0 ? 'zero' : state}`}>
                    {say.count(c[state])}
                    {state === 'filed' && c.nothing > 0 && <small>{say.t('ofNothing', { n: say.count(c.nothing) })}</small>}
                  </td>
                ))}
                <td data-label={say.t('daysLate')} className={`number ${c.late_days === 0 ? 'zero' : ''}`}>{say.count(c.late_days)}</td>
                <td data-label={say.t('lastFiling')}>{c.last_filed_at ? say.time(c.last_filed_at) : say.t('never')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
