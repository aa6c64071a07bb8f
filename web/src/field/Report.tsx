import { useState } from 'react';
import { useAtlas } from '../useAtlas';
import { Form, Labelled } from './Form';
import { newJob } from './job';
import { Photos } from './Photos';
import { placed, Position, type Standing } from './Position';

/** A report of a mast that stands where the map has none. */
export default function Report() {
  const { writer } = useAtlas();
  const [standing, setStanding] = useState<Standing | null>(null);
  const [description, setDescription] = useState('');
  const [address, setAddress] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const needed = [!standing && writer.text('position'), !description.trim() && writer.text('reportDescription')].filter((text) => text !== false);
  const jobs = (actor: string) => {
    const body = { asset_kind: 'site', ...placed(standing), seen_at: new Date().toISOString(), description: description.trim(), ...(address.trim() && { address: address.trim() }) };
    return [newJob({ actor, noun: 'field-reports', title: description.trim().slice(0, 80), body }, files)];
  };
  return (
    <Form needed={needed} jobs={jobs}>
      <p className="hint">{writer.text('reportHint')}</p>
      <Position value={standing} change={setStanding} ask />
      <Labelled label={writer.text('reportDescription')}>
        <textarea value={description} maxLength={2000} required onChange={(event) => setDescription(event.target.value)} />
      </Labelled>
      <Labelled label={writer.text('address')}>
        <input value={address} maxLength={300} onChange={(event) => setAddress(event.target.value)} />
      </Labelled>
      <Photos files={files} change={setFiles} />
    </Form>
  );
}
