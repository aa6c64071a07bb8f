import { keep } from '../address';
import type { TextKey } from '../text';
import { useAtlas } from '../useAtlas';
import type { Job, JobNoun, JobState } from './job';

const stateTexts: Readonly<Record<JobState, TextKey>> = { waiting: 'stateWaiting', sending: 'stateSending', sent: 'stateSent', conflict: 'stateConflict', refused: 'stateRefused' };
const nounTexts: Readonly<Record<JobNoun, TextKey>> = { inspections: 'inspectTitle', violations: 'violationTitle', 'field-reports': 'reportTitle', photos: 'photoTitle' };

/** What was done in the field and where it stands. */
export default function QueueView() {
  const { writer, queue } = useAtlas();
  return (
    <>
      <p className="hint">{writer.text('queueHint')}</p>
      {!navigator.onLine && (
        <p className="offline" role="status">
          {writer.text('offline')}
        </p>
      )}
      {queue.stranger && (
        <p role="alert">
          <a href={`/sign-in?lang=${writer.language}`} onClick={keep}>
            {writer.text('signInToSend')}
          </a>
        </p>
      )}
      {queue.jobs.length === 0 && <p>{writer.text('queueEmpty')}</p>}
      <ul className="jobs" aria-live="polite">
        {queue.jobs.map((job) => (
          <Row key={job.key} job={job} />
        ))}
      </ul>
      <p className="buttons">
        {queue.waiting > 0 && (
          <button type="button" className="primary" onClick={() => void queue.send()}>
            {writer.text('sendNow')}
          </button>
        )}
        {queue.jobs.some(({ state }) => state === 'sent') && (
          <button type="button" onClick={() => void queue.clear()}>
            {writer.text('discardSent')}
          </button>
        )}
      </p>
    </>
  );
}

function Row({ job }: { job: Job }) {
  const { writer, queue, session } = useAtlas();
  const other = session?.signed_in && session.actor !== job.actor;
  return (
    <li data-job={job.state}>
      <p className="head">
        <strong>{writer.text(job.change ? 'remedyTitle' : nounTexts[job.noun])}</strong>
        <span className={`state ${job.state}`}>{writer.text(stateTexts[job.state])}</span>
      </p>
      <p>{job.title}</p>
      <p className="hint">{[writer.time(job.at), job.photos.length > 0 && writer.text('withPhotos', { n: writer.count(job.photos.length) })].filter(Boolean).join(' · ')}</p>
      {other && <p className="hint">{writer.text('ofOther', { who: job.actor.replace(/^user:/, '') })}</p>}
      {job.problem && <p className="problem">{job.problem}</p>}
      {job.state === 'conflict' && <Conflict job={job} />}
      {job.state === 'refused' && (
        <p className="buttons">
          <button type="button" onClick={() => void queue.again(job)}>
            {writer.text('tryAgain')}
          </button>
          <button type="button" className="danger" onClick={() => void queue.discard(job)}>
            {writer.text('discard')}
          </button>
        </p>
      )}
    </li>
  );
}

/** What the fields that may differ are called. */
const fieldTexts: Readonly<Record<string, TextKey>> = {
  state: 'feedbackState',
  remedied_on: 'remediedOn',
  note: 'note',
  outcome: 'outcome',
  checklist: 'checklist',
  answers: 'checklist',
  description: 'reportDescription',
  clause: 'violationClause',
  deadline: 'violationDeadline',
  address: 'address',
  geometry: 'position',
};

/** The lists whose codes fields hold. */
const codeLists: Readonly<Record<string, string>> = {
  'violations.state': 'violation_state',
  'field-reports.state': 'field_report_state',
  'inspections.outcome': 'inspection_outcome',
  'inspections.checklist': 'checklist',
};

/** Both versions side by side, and the choice. */
function Conflict({ job }: { job: Job }) {
  const { writer, queue, catalog } = useAtlas();
  /** A value in the reader's words. */
  const told = (name: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (Array.isArray(value)) return writer.text('answeredItems', { n: writer.count(value.length) });
    if (typeof value === 'object') {
      const { coordinates } = value as { coordinates?: [number, number] };
      return coordinates ? writer.text('placed', { lat: coordinates[1].toFixed(6), lon: coordinates[0].toFixed(6) }) : '';
    }
    if (typeof value === 'number') return writer.measure(value);
    const list = codeLists[`${job.noun}.${name}`];
    if (list) return catalog.title(list, String(value), writer);
    return /^\d{4}-\d{2}-\d{2}T/.test(String(value)) ? writer.time(String(value)) : writer.date(String(value));
  };
  const differs = Object.entries(job.body).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(job.theirs?.[name]));
  return (
    <div className="conflict">
      <p>{writer.text('conflictHint')}</p>
      <table>
        <thead>
          <tr>
            <td />
            <th scope="col">{writer.text('mine')}</th>
            <th scope="col">{writer.text('theirs')}</th>
          </tr>
        </thead>
        <tbody>
          {differs.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{fieldTexts[name] ? writer.text(fieldTexts[name]) : name}</th>
              <td>{told(name, value)}</td>
              <td>{told(name, job.theirs?.[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="buttons">
        <button type="button" className="primary" onClick={() => void queue.settle(job, true)}>
          {writer.text('keepMine')}
        </button>
        <button type="button" onClick={() => void queue.settle(job, false)}>
          {writer.text('keepTheirs')}
        </button>
      </p>
    </div>
  );
}
