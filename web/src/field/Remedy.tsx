import { useEffect, useState } from 'react';
import { readCompliance, type Compliance } from '../card/compliance';
import { today } from '../day';
import { useAtlas } from '../useAtlas';
import { Form, Labelled } from './Form';
import { newJob } from './job';
import { Photos } from './Photos';

type Broken = NonNullable<Compliance['violations']>[number];

/** Says that a violation has been remedied: since when, with photos. Its address is remedy/sites-12-34: of the work 12, the violation 34. */
export default function Remedy() {
  const { writer, api, at } = useAtlas();
  const [, layer = '', work = '', id = ''] = /\/([a-z-]+)-(\d+)-(\d+)$/.exec(at.open) ?? [];
  const [violation, setViolation] = useState<Broken | null | undefined>();
  const [on, setOn] = useState(today());
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    // the card is what was seen before, should there be no network
    readCompliance(api, layer, Number(work), at.date, stop.signal).then(
      ({ violations }) => setViolation(violations?.find((v) => v.id === Number(id)) ?? null),
      () => stop.signal.aborted || setViolation(null),
    );
    return () => stop.abort();
  }, [api, layer, work, id, at.date]);
  if (violation === undefined) return <p className="hint">{writer.text('loading')}</p>;
  if (violation === null) return <p role="alert">{writer.text('violationGone')}</p>;
  const late = on < violation.found_on || on > today();
  const jobs = (actor: string) => {
    const body = { state: 'remedied', remedied_on: on, ...(note.trim() && { note: note.trim() }) };
    return [newJob({ actor, noun: 'violations', title: violation.description.slice(0, 80), body, change: { id: violation.id, version: violation.version } }, files)];
  };
  return (
    <Form needed={on && !late ? [] : [writer.text('remediedOn')]} jobs={jobs}>
      <p>
        <strong>{violation.description}</strong>
      </p>
      <p className="hint">{[violation.clause, writer.text('foundOn', { date: writer.date(violation.found_on) }), violation.deadline && writer.text('toMendBy', { date: writer.date(violation.deadline) })].filter(Boolean).join(' · ')}</p>
      <Labelled label={writer.text('remediedOn')}>
        <input type="date" required value={on} min={violation.found_on} max={today()} onChange={(event) => setOn(event.target.value)} />
      </Labelled>
      <Labelled label={writer.text('note')}>
        <textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
      <Photos files={files} change={setFiles} />
    </Form>
  );
}
