import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused } from './ask';
import { StateChip } from './Chip';
import type { Filing } from './desk';
import { nouns } from './fields';
import { Link } from './Link';
import { usePages } from './pages';
import { useSay } from './say';
import { states, type State } from './text';
import { useOffice } from './who';

/** The filings the reader may see, the newest first, and the templates to begin with. */
export function ListPage() {
  const say = useSay();
  const { desk, who } = useOffice();
  const [state, setState] = useState<State | ''>('');
  const [noun, setNoun] = useState('');
  const pages = usePages((cursor) => desk.filings({ ...(noun && { noun }), ...(state && { state }) }, cursor), `${state}/${noun}/${say.language}`);
  return (
    <>
      <div className="heading">
        <div>
          <h1>{say.t('filings')}</h1>
          <p className="hint">{say.t('listHint')}</p>
        </div>
        {who.filer && (
          <Link className="button primary" href="/filings/new">
            {say.t('newFiling')}
          </Link>
        )}
      </div>
      <div className="filters">
        <label>
          {say.t('state')}
          <select value={state} onChange={(e) => setState(e.target.value as State | '')}>
            <option value="">{say.t('anyState')}</option>
            {Object.entries(states).map(([value, { name }]) => (
              <option key={value} value={value}>
                {say.of(name)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {say.t('noun')}
          <select value={noun} onChange={(e) => setNoun(e.target.value)}>
            <option value="">{say.t('anyNoun')}</option>
            {Object.keys(nouns).map((path) => (
              <option key={path} value={path}>
                {say.noun(path)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {pages.refusal && <Refused refusal={pages.refusal} again={pages.again} />}
      {!pages.items && !pages.refusal && <Loading />}
      {pages.items?.length === 0 && <p className="none">{say.t(state || noun ? 'noneSuch' : 'noFilings')}</p>}
      {pages.items && pages.items.length > 0 && <Filings list={pages.items} />}
      {pages.more && <Button onPress={pages.more}>{say.t('more')}</Button>}
      <Templates />
    </>
  );
}

function Filings({ list }: { list: readonly Filing[] }) {
  const say = useSay();
  const { who, organizations } = useOffice();
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{say.t('state')}</th>
          <th scope="col">{say.t('file')}</th>
          <th scope="col">{say.t('noun')}</th>
          {who.department && <th scope="col">{say.t('organization')}</th>}
          <th scope="col" className="number">{say.t('rows')}</th>
          <th scope="col" className="number">{say.t('findingsCount')}</th>
          <th scope="col">{say.t('filedBy')}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((f) => (
          <tr key={f.id}>
            <td>
              <StateChip state={f.state} />
            </td>
            <th scope="row">
              <Link href={`/filings/${f.id}`}>{f.file_name}</Link>
              <small>{say.t('filingNumber', { id: String(f.id) })}</small>
            </th>
            <td data-label={say.t('noun')}>{say.noun(f.noun)}</td>
            {who.department && <td data-label={say.t('organization')}>{organizations.get(f.organization) ?? (f.organization || say.t('department'))}</td>}
            <td data-label={say.t('rows')} className="number">{f.counts ? say.count(f.counts.rows) : '–'}</td>
            <td data-label={say.t('findingsCount')} className="number">
              {f.counts ? `${say.count(f.counts.errors)} / ${say.count(f.counts.warnings - f.counts.verified)}` : '–'}
            </td>
            <td data-label={say.t('filedBy')}>
              {say.person(f.created_by)}
              <small>{say.time(f.created_at)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The files to begin with, of each noun. */
function Templates() {
  const say = useSay();
  return (
    <section className="templates" aria-labelledby="templates-title">
      <h2 id="templates-title">{say.t('templates')}</h2>
      <p className="hint">{say.t('templatesHint')}</p>
      <ul>
        {Object.keys(nouns).map((noun) => (
          <li key={noun}>
            <span>{say.noun(noun)}</span>
            {(['xlsx', 'csv', 'geojson'] as const).map((extension) => (
              <a key={extension} href={`/api/v1/templates/${noun}.${extension}`} download aria-label={say.t('templateFor', { format: extension.toUpperCase(), noun: say.noun(noun) })}>
                {extension.toUpperCase()}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
