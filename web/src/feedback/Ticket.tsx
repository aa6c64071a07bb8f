import { useEffect, useState } from 'react';
import { Problem, type API } from '../api';
import { Catalog } from '../catalog';
import type { Writer } from '../format';
import type { FeedbackTicket } from './ticket';

/** What became of a report, for whoever has its code. */
export function Ticket({ code, api, writer }: { code: string; api: API; writer: Writer }) {
  const [ticket, setTicket] = useState<FeedbackTicket | null>(null);
  const [codes, setCodes] = useState(Catalog.empty);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const read = async () => {
      setTicket(await api.get('/api/v1/feedback/{code}', { path: { code } }));
      setCodes(await Catalog.codes(api));
    };
    read().catch((error: unknown) => setProblem(error instanceof Problem ? error.message : writer.text('failed')));
  }, [api, code]);
  const rows = ticket && [
    [writer.text('feedbackCode'), code],
    [writer.text('feedbackState'), codes.title('feedback_state', ticket.state, writer)],
    [writer.text('feedbackKind'), codes.title('feedback_kind', ticket.kind, writer)],
    [writer.text('feedbackReceived'), writer.time(ticket.received_at)],
    [writer.text('feedbackCommune'), ticket.commune],
    [writer.text('feedbackAgency'), ticket.agency],
    [writer.text('feedbackDue'), ticket.due_on && writer.date(ticket.due_on)],
    [writer.text('feedbackAnswer'), ticket.answer],
  ];
  return (
    <>
      <h1>{writer.text('feedbackTitle')}</h1>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {!ticket && !problem && <p className="hint">{writer.text('loading')}</p>}
      {rows && (
        <dl className="facts fieldwork" data-ticket={ticket.state}>
          {rows
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
      )}
      {ticket && ticket.photos.length > 0 && (
        <ul className="photos fieldwork">
          {ticket.photos.map(({ number, file, thumbnail }) => (
            <li key={number}>
              <a href={file} target="_blank" rel="noopener">
                <img src={thumbnail} alt={writer.text('photoN', { n: String(number) })} />
              </a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/feedback">{writer.text('feedbackNew')}</a>
      </p>
    </>
  );
}
