import { Button } from 'react-aria-components';
import { today } from '../../day';
import { Loading, Refused } from '../../filing/ask';
import { pathOf } from '../../filing/kinds';
import { usePages } from '../../filing/pages';
import { isPublic, useHouse } from '../house';
import { useQuery, type Query } from '../place';
import { useWords } from '../words';
import { parts, readBehind, type Behind as Found, type Result } from './ask';

/** The card of a record on the map, as it was on a day. */
export function cardOf({ noun, id, lon, lat }: Pick<Found, 'noun' | 'id' | 'lon' | 'lat'>, day: string): string {
  const dated = day === today() ? '' : `&date=${day}`;
  return `/#map=16/${lat.toFixed(5)}/${lon.toFixed(5)}${dated}&open=${pathOf[noun] ?? noun}/${id}`;
}

/** The records behind a number, part by part; each leads to its card on the map. */
export function Behind({ code, question, result }: { code: string; question: Query; result: Result }) {
  const words = useWords();
  const house = useHouse();
  const { desk } = house;
  const [query, change] = useQuery();
  const part = parts.find((p) => p === query['part']);
  const open = !isPublic(house);
  return (
    <section className="records-behind" aria-labelledby="behind-title">
      <h2 id="behind-title">{words.w('behind')}</h2>
      <p className="hint">{words.w('behindHint')}</p>
      {!open && (
        <p className="message">
          {words.w('behindSignIn')} <a href={`/sign-in?lang=${words.language}`}>{words.t('signIn')}</a>
        </p>
      )}
      {open && (
        <>
          <div className="chips" role="group" aria-label={words.w('behind')}>
            {parts.map((p) => (
              <Button key={p} className="chip filter" aria-pressed={part === p} onPress={() => change({ part: part === p ? '' : p })}>
                {words.w(p)}
              </Button>
            ))}
          </div>
          {part && <List key={`${part}${JSON.stringify(question)}`} read={(cursor) => readBehind(desk, code, question, part, cursor)} turn={`${code}/${part}/${JSON.stringify(question)}`} day={result.as_of} />}
        </>
      )}
    </section>
  );
}

function List({ read, turn, day }: { read: Parameters<typeof usePages<Found>>[0]; turn: string; day: string }) {
  const words = useWords();
  const { items, refusal, more, again } = usePages(read, turn);
  if (refusal) return <Refused refusal={refusal} again={again} />;
  if (!items) return <Loading />;
  if (items.length === 0) return <p className="none">{words.w('noRecords')}</p>;
  return (
    <>
      <table className="plain records">
        <thead>
          <tr>
            <th scope="col">{words.w('record')}</th>
            <th scope="col">{words.w('kind')}</th>
            <th scope="col">{words.w('commune')}</th>
            <th scope="col" className="number">
              {words.w('weight')}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((r) => (
            <tr key={`${r.noun}/${r.id}`}>
              <th scope="row">
                <a href={cardOf(r, day)}>{r.code || words.text('recordNumber', { id: String(r.id) })}</a>
              </th>
              <td>{words.noun(r.noun)}</td>
              <td>{r.unit}</td>
              <td className="number">{words.number(r.weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="more-line">
        <span className="hint">{words.w('shownCount', { n: words.count(items.length) })}</span>
        {more && <Button onPress={more}>{words.w('more')}</Button>}
      </p>
    </>
  );
}
