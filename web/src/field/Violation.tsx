import { useState } from 'react';
import { today } from '../day';
import { useAtlas } from '../useAtlas';
import { DayField } from './DayField';
import { Form, Labelled, useWork } from './Form';
import { newJob } from './job';
import { Photos } from './Photos';
import { useWorkTitle } from './useWorkTitle';

/** The record of a violation: clause, what is wrong, until when, photos. */
export default function Violation() {
  const { writer } = useAtlas();
  const work = useWork();
  const title = useWorkTitle(work);
  const [clause, setClause] = useState('');
  const [description, setDescription] = useState('');
  const [deadline, setDeadline] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const needed = [!clause.trim() && writer.text('violationClause'), !description.trim() && writer.text('violationDescription')].filter((text) => text !== false);
  const jobs = (actor: string) => {
    const body = { asset_kind: work.kind, asset: work.id, clause: clause.trim(), description: description.trim(), found_on: today(), ...(deadline && { deadline }) };
    return [newJob({ actor, noun: 'violations', title, body }, files)];
  };
  return (
    <Form needed={needed} jobs={jobs}>
      <p className="hint">{writer.text('aboutWork', { work: title })}</p>
      <Labelled label={writer.text('violationClause')}>
        <input value={clause} maxLength={300} required onChange={(event) => setClause(event.target.value)} />
      </Labelled>
      <Labelled label={writer.text('violationDescription')}>
        <textarea value={description} maxLength={2000} required onChange={(event) => setDescription(event.target.value)} />
      </Labelled>
      <DayField label={writer.text('violationDeadline')} value={deadline} change={setDeadline} min={today()} />
      <Photos files={files} change={setFiles} />
    </Form>
  );
}
