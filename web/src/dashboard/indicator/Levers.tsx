import { Link } from '../../filing/Link';
import { addressOf, type Query } from '../place';
import { useWords } from '../words';
import type { Result } from './ask';

/** What would change a number most: where, or whose, the most is missing. */
export function Levers({ result, question }: { result: Result; question: Query }) {
  const words = useWords();
  const groups = [...new Set(result.levers.map(({ by }) => by))];
  return (
    <section className="levers" aria-labelledby="levers-title">
      <h2 id="levers-title">{words.w('levers')}</h2>
      <p className="hint">{words.w('leversHint')}</p>
      <div className="columns">
        {groups.map((by) => (
          <table key={by} className="plain">
            <thead>
              <tr>
                <th scope="col">{words.w(by === 'owner' ? 'owner' : 'commune')}</th>
                <th scope="col" className="number">
                  {words.w('missing')}
                </th>
                <th scope="col" className="number">
                  {words.w('gain')}
                </th>
              </tr>
            </thead>
            <tbody>
              {result.levers
                .filter((lever) => lever.by === by)
                .map((lever) => (
                  <tr key={lever.key}>
                    <th scope="row">
                      <Link href={addressOf(`/numbers/indicators/${result.indicator}`, by === 'owner' ? { ...question, owner: lever.key } : { ...question, unit: lever.key })}>{lever.name || lever.key}</Link>
                    </th>
                    <td className="number">{words.number(lever.missing)}</td>
                    <td className="number">{words.change(lever.gain, result.unit)}</td>
                  </tr>
                ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  );
}
