import { useState } from 'react';
import { Choice } from '../Choice';
import { useAtlas } from '../useAtlas';
import { Form, Labelled, useWork } from './Form';
import { newJob } from './job';
import { Photos } from './Photos';
import { placed, Position, type Standing } from './Position';
import { useWorkTitle } from './useWorkTitle';

const answers = [
  ['yes', 'answerYes'],
  ['no', 'answerNo'],
  ['na', 'answerNA'],
] as const;

const outcomes = ['passed', 'failed', 'follow_up', 'no_access'] as const;

/** An inspection on the spot: checklist, position, photos, outcome. */
export default function Inspect() {
  const { writer, catalog } = useAtlas();
  const work = useWork();
  const title = useWorkTitle(work);
  const lists = catalog.list('checklist').filter(({ code }) => code.startsWith(work.kind === 'pole' ? 'pole' : 'mast'));
  const [chosen, choose] = useState<string | null>(null);
  const checklist = chosen ?? lists[0]?.code ?? '';
  const items = catalog.list('checklist_item').filter(({ code }) => code.startsWith(`${checklist}.`));
  const [given, give] = useState<Readonly<Record<string, string>>>({});
  const [outcome, setOutcome] = useState<(typeof outcomes)[number] | ''>('');
  const [note, setNote] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [standing, setStanding] = useState<Standing | null>(null);
  const needed = outcome ? [] : [writer.text('outcome')];
  const jobs = (actor: string) => {
    const body = {
      asset_kind: work.kind,
      asset: work.id,
      inspection_kind: 'ad_hoc',
      checklist,
      answers: items.flatMap(({ code }) => (given[code] ? [{ item: code, answer: given[code] }] : [])),
      outcome,
      made_at: new Date().toISOString(),
      ...placed(standing),
      ...(note.trim() && { note: note.trim() }),
    };
    return [newJob({ actor, noun: 'inspections', title, body }, files)];
  };
  return (
    <Form needed={needed} jobs={jobs}>
      <p className="hint">{writer.text('aboutWork', { work: title })}</p>
      {lists.length === 0 && <p>{writer.text('noChecklist')}</p>}
      {lists.length > 1 && <Choice label={writer.text('checklist')} value={checklist} options={lists.map(({ code, title: t }) => [code, writer.of(t)] as const)} choose={choose} />}
      <div className="checklist">
        {items.map(({ code, title: question }) => (
          <fieldset key={code} className="field">
            <legend>{writer.of(question)}</legend>
            <div className="answers">
              {answers.map(([value, text]) => (
                <label key={value}>
                  <input type="radio" name={code} value={value} checked={given[code] === value} onChange={() => give({ ...given, [code]: value })} />
                  <span>{writer.text(text)}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <Position value={standing} change={setStanding} ask />
      <Photos files={files} change={setFiles} />
      <Labelled label={writer.text('outcome')}>
        <select value={outcome} required onChange={(event) => setOutcome(event.target.value as typeof outcome)}>
          <option value="" />
          {outcomes.map((o) => (
            <option key={o} value={o}>
              {catalog.title('inspection_outcome', o, writer)}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled label={writer.text('note')}>
        <textarea value={note} maxLength={2000} onChange={(event) => setNote(event.target.value)} />
      </Labelled>
    </Form>
  );
}
