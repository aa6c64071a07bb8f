import { useState, type ReactNode } from 'react';
import { useAtlas } from '../useAtlas';
import type { Job } from './job';

/** The frame of what is filled in on the spot: it says what is needed still, keeps, and opens the queue. */
export function Form({ children, needed, jobs }: { children: ReactNode; needed: readonly string[]; jobs: (actor: string) => Job[] }) {
  const atlas = useAtlas();
  const { writer, queue, session } = atlas;
  const [tried, setTried] = useState(false);
  const [failed, setFailed] = useState(false);
  if (!session?.signed_in) return <p role="alert">{writer.text('mustSignIn')}</p>;
  const save = async () => {
    setTried(true);
    if (needed.length > 0) return;
    try {
      await queue.add(...jobs(session.actor));
      atlas.open('queue');
    } catch {
      setFailed(true);
    }
  };
  return (
    <form
      className="fieldwork"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {children}
      {tried && needed.length > 0 && (
        <p className="problem" role="alert">
          {writer.text('needed', { what: needed.join(', ') })}
        </p>
      )}
      {(failed || queue.broken) && (
        <p className="problem" role="alert">
          {writer.text('cannotKeep')}
        </p>
      )}
      <p className="buttons">
        <button type="submit" className="primary">
          {writer.text('save')}
        </button>
      </p>
      <p className="hint">{writer.text('saveHint')}</p>
    </form>
  );
}

/** A field with its name. */
export function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className="field">
      <span className="name">{label}</span>
      {children}
    </label>
  );
}

/** The work that a form is about, as its address names it: inspect/sites-12. */
export function useWork(): { kind: string; id: number } {
  const { at } = useAtlas();
  const [layer = '', id = ''] = (at.open.split('/')[1] ?? '').split(/-(?=\d+$)/);
  return { kind: kinds[layer] ?? 'site', id: Number(id) };
}

/** The kinds of assets by their layers. */
const kinds: Readonly<Record<string, string>> = { sites: 'site', poles: 'pole', 'service-points': 'service_point' };
