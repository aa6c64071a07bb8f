import type { Schemas } from '../../client/types';
import { Link } from '../../filing/Link';
import type { Result } from '../indicator/ask';
import { useWords } from '../words';

export type Published = Schemas['PlanPublished'];

/** The result as it was published. */
export const frozen = ({ result }: Published) => result as unknown as Result;

/** Published results, each leading to its own page. */
export function PublishedTable({ items }: { items: readonly Published[] }) {
  const words = useWords();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{words.w('indicator')}</th>
          <th scope="col">{words.text('asOf')}</th>
          <th scope="col">{words.w('territory')}</th>
          <th scope="col" className="number">
            {words.w('value')}
          </th>
          <th scope="col">{words.w('publishedOn')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((p) => {
          const r = frozen(p);
          return (
            <tr key={p.id} data-published={p.id}>
              <th scope="row">
                <Link href={`/numbers/published/${p.id}`}>{words.of(r.title)}</Link>
                {p.note && <small>{p.note}</small>}
              </th>
              <td data-label={words.text('asOf')}>{words.date(r.as_of)}</td>
              <td data-label={words.w('territory')}>{r.territory.code ? r.territory.name : words.w('wholeRegister')}</td>
              <td data-label={words.w('value')} className="number">
                {words.value(r.value, r.unit)}
              </td>
              <td data-label={words.w('publishedOn')}>{words.time(p.published_at)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
