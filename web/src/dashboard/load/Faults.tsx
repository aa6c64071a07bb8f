import type { Schemas } from '../../client/types';
import { useWords } from '../words';

/** Everything that is wrong with a file at once, each by its cell and with the mend. */
export function Faults({ faults }: { faults: readonly Schemas['Fault'][] }) {
  const words = useWords();
  return (
    <section className="faults" aria-labelledby="faults-title">
      <p className="message problem" role="alert" id="faults-title">
        {words.w('faultCount', { n: String(faults.length) })}
      </p>
      <table className="cards">
        <thead>
          <tr>
            <th scope="col">{words.w('faultPlace')}</th>
            <th scope="col">{words.w('faultValue')}</th>
            <th scope="col">{words.w('faultIs')}</th>
            <th scope="col">{words.w('faultMend')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, i) => (
            <tr key={i} data-cell={fault.cell}>
              <th scope="row">
                <span lang="vi">
                  {fault.sheet} {fault.cell && <strong>{fault.cell}</strong>}
                </span>
                {!fault.cell && !!fault.row && <strong>{words.w('faultRow', { row: String(fault.row) })}</strong>}
                {fault.column !== fault.sheet && <small lang="vi">{fault.column}</small>}
              </th>
              <td data-label={words.w('faultValue')}>{fault.value && <q>{fault.value}</q>}</td>
              <td data-label={words.w('faultIs')}>{words.of(fault.message)}</td>
              <td data-label={words.w('faultMend')}>{words.of(fault.mend)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
