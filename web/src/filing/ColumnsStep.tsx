import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Choices, Column, Found } from './desk';
import { nouns } from './fields';
import type { StepProps } from './FilingPage';
import { choose } from './group';
import { Link } from './Link';
import { useTell } from './Notice';
import { Revise } from './Revise';
import { useSay } from './say';
import { positions } from './text';
import { moving } from './useFiling';
import { useOffice } from './who';

/** The encodings a text file is read in. */
const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'Windows-1258', 'TCVN3 (ABC)', 'VNI', 'VISCII'];

/** What each column of the file was read as, to be corrected. */
export function ColumnsStep({ filing, held }: StepProps) {
  const say = useSay();
  const tell = useTell();
  const { desk, who } = useOffice();
  const found = (filing.found ?? {}) as Found;
  const [choices, setChoices] = useState<Choices | null>(null);
  const columns = found.columns ?? [];
  const mends = who.mends(filing) && !moving.has(filing.state) && !['signed', 'applying', 'accepted', 'partly', 'withdrawn'].includes(filing.state);
  const chosen = choices ?? filing.choices;
  const changes = columns.filter((c) => readAs(c, choices, filing.choices) !== (c.target ?? '')).length + (choices && choices.encoding !== filing.choices.encoding ? 1 : 0);

  const save = async (next: Choices, undo: Choices) => {
    if (!(await held.change((f) => desk.choose(f, next)))) return;
    setChoices(null);
    tell({ text: say.t('columnsSaved'), undo: () => void held.change((f) => desk.choose(f, undo)) });
  };

  return (
    <>
      <h2>{say.t('columnsTitle')}</h2>
      <p className="hint">{say.t('columnsHint')}</p>
      {filing.state === 'unread' && <Unread filing={filing} held={held} />}
      {found.headless && (
        <p className="message warn" role="alert">
          {say.t('headless')}
        </p>
      )}
      <Reading found={found} choices={chosen} fixed={!mends} change={setChoices} />
      {columns.length === 0 ? (
        <p className="none">{say.t('noColumns')}</p>
      ) : (
        <table className="cards columns">
          <thead>
            <tr>
              <th scope="col">{say.t('columnHeader')}</th>
              <th scope="col">{say.t('readAs')}</th>
              {columns.some((c) => c.samples?.length) && <th scope="col">{say.t('samples')}</th>}
              <th scope="col">{say.t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map((c) => {
              const header = c.header || say.t('noHeader', { n: String(c.index + 1) });
              const target = readAs(c, choices, filing.choices);
              return (
                <tr key={c.index} className={target === '' ? 'unused' : target !== (c.target ?? '') ? 'edited' : ''}>
                  <th scope="row">{header}</th>
                  <td data-label={say.t('readAs')}>
                    <select
                      aria-label={`${say.t('readAs')}: ${header}`}
                      value={target}
                      disabled={!mends || c.header === ''}
                      onChange={(e) => setChoices(choose(chosen, columns, c.header, e.target.value))}
                    >
                      <Targets noun={filing.noun} column={c} />
                    </select>
                  </td>
                  {columns.some((other) => other.samples?.length) && <td data-label={say.t('samples')}>{c.samples?.slice(0, 3).join(' · ')}</td>}
                  <td data-label={say.t('why')} className="hint">
                    {reasonOf(c, target, (r) => say.of(r))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {changes > 0 ? (
        <div className="savebar" role="status">
          <span>{say.t('unsaved', { n: say.count(changes) })}</span>
          <Button onPress={() => setChoices(null)}>{say.t('discard')}</Button>
          <Button className="primary" isDisabled={held.busy} onPress={() => choices && void save(choices, filing.choices)}>
            {say.t('saveColumns')}
          </Button>
        </div>
      ) : (
        <Link className="button" href={`/filings/${filing.id}/preview`}>
          {say.t('next', { step: say.t('stepPreview') })}
        </Link>
      )}
    </>
  );
}

/** What a column is read as by choices not saved yet, else as the file was read. */
function readAs(column: Column, edited: Choices | null, saved: Choices): string {
  if (!edited) return column.target ?? '';
  const chosen = Object.entries(edited.columns ?? {}).find(([, header]) => header === column.header)?.[0];
  if (chosen) return chosen;
  const target = column.target ?? '';
  const given = target ? edited.columns?.[target] : undefined;
  // its field was given to nothing, or to another column
  if (given !== undefined && given !== column.header) return '';
  // it had been chosen, and is no more
  if (saved.columns?.[target] === column.header && given === undefined) return '';
  return target;
}

const reasonOf = (c: Column, target: string, of: (text: { vi: string; en: string }) => string) => {
  const match = c.candidates?.find((m) => m.target === target);
  return match ? of(match.reason) : '';
};

function Targets({ noun, column }: { noun: string; column: Column }) {
  const say = useSay();
  const guesses = (column.candidates ?? []).map((m) => m.target);
  const all = [...Object.keys(nouns[noun]?.fields ?? {}), ...(nouns[noun]?.fields['geometry'] ? Object.keys(positions) : [])];
  const others = [...new Set(all)].filter((t) => t !== 'geometry' && !guesses.includes(t)).sort((a, b) => say.compare(say.field(noun, a), say.field(noun, b)));
  const option = (target: string) => (
    <option key={target} value={target}>
      {say.field(noun, target)}
    </option>
  );
  return (
    <>
      <option value="">{say.t('ignoreColumn')}</option>
      {guesses.length > 0 && <optgroup label={say.t('guessed')}>{guesses.map(option)}</optgroup>}
      <optgroup label={say.t('allFields')}>{others.map(option)}</optgroup>
    </>
  );
}

/** How the file as a whole was read. */
function Reading({ found, choices, fixed, change }: { found: Found; choices: Choices; fixed: boolean; change: (c: Choices) => void }) {
  const say = useSay();
  if (!found.format) return null;
  const encoding = choices.encoding || found.encoding;
  const guesses = new Map((found.guesses ?? []).map((g) => [g.Encoding, g]));
  const guess = encoding ? guesses.get(encoding) : undefined;
  const delimiter = found.delimiter === '\t' ? 'Tab' : found.delimiter;
  return (
    <dl className="reading">
      <div>
        <dt>{say.t('format')}</dt>
        <dd>{found.format.toUpperCase()}</dd>
      </div>
      {delimiter && (
        <div>
          <dt>{say.t('delimiter')}</dt>
          <dd>
            <code>{delimiter}</code>
          </dd>
        </div>
      )}
      {found.crs && (
        <div>
          <dt>{say.t('crs')}</dt>
          <dd>{found.crs}</dd>
        </div>
      )}
      {encoding && (
        <div>
          <dt id="encoding-label">{say.t('encoding')}</dt>
          <dd>
            <select aria-labelledby="encoding-label" value={encoding} disabled={fixed} onChange={(e) => change({ ...choices, encoding: e.target.value })}>
              {[...new Set([encoding, ...guesses.keys(), ...encodings])].map((name) => {
                const sure = guesses.get(name)?.Confidence;
                return (
                  <option key={name} value={name}>
                    {sure === undefined ? name : say.t('encodingGuess', { name, n: say.count(Math.round(sure * 100)) })}
                  </option>
                );
              })}
            </select>
            {guess && <small>{say.t('encodingHint', { text: guess.Text.split('\n').slice(0, 2).join(' / ') })}</small>}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** Why a file cannot be read, and the place for another. */
function Unread({ filing, held }: Pick<StepProps, 'filing' | 'held'>) {
  const say = useSay();
  const { who } = useOffice();
  return (
    <div className="message problem" role="alert">
      <h3>{say.t('whyUnread')}</h3>
      <ul>
        {(filing.faults ?? []).map((f, i) => (
          <li key={i}>
            {say.of(f.message)} {say.of(f.mend)}
          </li>
        ))}
      </ul>
      {who.mends(filing) && <Revise filing={filing} held={held} />}
    </div>
  );
}
