import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { Problem } from '../api';
import { boxOf } from '../geometry';
import { layerOf } from '../layers';
import { Icon, Swatch } from '../legend';
import { useAtlas } from '../useAtlas';
import { find, type Found } from './find';

/** How long typing must rest before the register is asked, in milliseconds. */
const restMS = 250;

/** Fewer letters than these find too much. */
const fewest = 2;

/**
 * Finds records by code, name and address, and places by coordinates in any form:
 * a combobox whose focus stays in the field while the arrows go through the list.
 */
export function SearchBox() {
  const atlas = useAtlas();
  const { writer } = atlas;
  const [text, setText] = useState('');
  const [active, setActive] = useState(-1);
  const [open, setOpen] = useState(false);
  const { found, busy, problem } = useFound(text);
  const id = useId();
  useEffect(() => setActive(-1), [found]);
  useEffect(() => {
    // newer browsers answer with a promise, which is nothing to clean up by
    void document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, active]);
  const shown = open && text.trim().length >= fewest;
  const go = async (hit: Found) => {
    setText('');
    setOpen(false);
    if (hit.at) return atlas.point(hit.at);
    const { layer, id: record } = hit.record!;
    const { geometry } = await atlas.api.get(`/api/v1/${layer}/{id}`, { path: { id: record } });
    const box = boxOf(geometry);
    if (box) atlas.map?.bringIn(box, layerOf(layer));
    atlas.open(`${layer}/${record}`);
  };
  const choose = (hit: Found | undefined) => hit && void go(hit).catch(() => setOpen(true));
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && found.length > 0) {
      setOpen(true);
      setActive((active + step + found.length + (active < 0 && step < 0 ? 1 : 0)) % found.length);
    } else if (event.key === 'Enter') choose(found[Math.max(active, 0)]);
    else if (event.key === 'Escape' && (shown || text)) {
      if (shown) setOpen(false);
      else setText('');
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const state = problem ?? (busy ? writer.text('searching') : found.length === 0 ? `${writer.text('searchNothing')} ${writer.text('searchHint')}` : writer.text('searchFound', { n: writer.count(found.length) }));
  return (
    <div className="search" role="search" onBlur={(event) => event.currentTarget.contains(event.relatedTarget) || setOpen(false)}>
      <div className="search-field">
        <Icon of="search" />
        <input
          role="combobox"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={writer.text('search')}
          placeholder={writer.text('search')}
          aria-autocomplete="list"
          aria-expanded={shown && found.length > 0}
          aria-controls={shown && found.length > 0 ? `${id}-list` : undefined}
          aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onKeyDown={press}
        />
        {text !== '' && (
          <button type="button" className="close" aria-label={writer.text('clear')} onClick={() => setText('')}>
            <Icon of="close" size={13} />
          </button>
        )}
      </div>
      {shown && (
        <div className="search-popover" tabIndex={0}>
          <p className={found.length > 0 && !busy ? 'unseen' : 'hint'} role="status">
            {state}
          </p>
          {found.length > 0 && (
            <ul className="hits" id={`${id}-list`} role="listbox" aria-label={writer.text('search')}>
              {found.map((hit, i) => (
                <li
                  key={hit.key}
                  id={`${id}-${i}`}
                  role="option"
                  aria-selected={i === active}
                  className="hit"
                  onPointerDown={(event) => event.preventDefault()}
                  onClick={() => choose(hit)}
                >
                  {hit.record ? <Swatch layer={hit.record.layer} palette={atlas.scheme.palette} /> : <Icon of="report" />}
                  <span>
                    {hit.title}
                    <small>{[hit.record && writer.text(layerOf(hit.record.layer).one), hit.about].filter(Boolean).join(' · ')}</small>
                  </span>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  );
}

/** What is found by a text, once it rests. */
function useFound(text: string): { found: readonly Found[]; busy: boolean; problem: string | null } {
  const { api, at, writer } = useAtlas();
  const [state, setState] = useState<{ of: string; found: readonly Found[]; problem: string | null }>({ of: '', found: [], problem: null });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < fewest) {
      setState({ of: '', found: [], problem: null });
      return;
    }
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      find(api, wanted, at.date, writer.language, stop.signal).then(
        (found) => !stop.signal.aborted && setState({ of: wanted, found, problem: null }),
        (error: unknown) => !stop.signal.aborted && setState({ of: wanted, found: [], problem: error instanceof Problem ? error.message : writer.text('failed') }),
      );
    }, restMS);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [api, wanted, at.date, writer]);
  return { ...state, busy: state.of !== wanted };
}
