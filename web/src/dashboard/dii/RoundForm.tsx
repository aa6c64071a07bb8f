import { useId, useState, type FormEvent } from 'react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import { today } from '../../day';
import { Refused } from '../../filing/ask';
import { Refusal } from '../../filing/desk';
import { useTell } from '../../filing/Notice';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { useHouse } from '../house';
import { useWords } from '../words';
import type { Criterion, Round } from './DIIPage';

interface Props {
  year: number;
  round: '1' | '2';
  criterion: Criterion;
  sent: Round | null;
  done: () => void;
}

/** What was received of a round, and the department's word on it: entered, or corrected. */
export function RoundForm({ year, round, criterion, sent, done }: Props) {
  const words = useWords();
  const tell = useTell();
  const { desk } = useHouse();
  const title = useId();
  const [value, setValue] = useState(sent?.value == null ? '' : words.number(sent.value));
  const [assessed, setAssessed] = useState(sent === null || sent.value !== null);
  const [received, setReceived] = useState(sent?.received_on ?? today());
  const [number, setNumber] = useState(sent?.document_number ?? '');
  const [position, setPosition] = useState(sent?.position ?? '');
  const [comment, setComment] = useState(sent?.comment ?? '');
  const [evidence, setEvidence] = useState(sent?.evidence ?? '');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const amount = readNumber(value, words.language);
  const lacking = (assessed && amount === null) || number.trim() === '' || (position === 'disagreed' && comment.trim() === '');

  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (lacking) return;
    setBusy(true);
    setRefusal(null);
    // a value that was not touched stays as exact as it came
    const untouched = sent?.value != null && value === words.number(sent.value);
    const body = {
      value: assessed ? (untouched ? sent.value : amount) : null,
      received_on: received,
      document_number: number.trim(),
      position: position || null,
      comment: comment.trim() || null,
      evidence: evidence.trim() || null,
    };
    try {
      if (sent) {
        await desk.client.PATCH('/api/v1/dii-results/{id}', { params: { path: { id: sent.id } } as never, headers: { 'If-Match': `"dii_result-${sent.id}-${sent.version}"` }, body: body as never });
      } else {
        await desk.client.POST('/api/v1/dii-results', { body: { ...body, year, round, indicator: criterion.indicator } as never });
      }
      tell({ text: words.w('roundSaved', { n: round, criterion: words.of(criterion.title) }) });
      done();
    } catch (error) {
      setRefusal(error as Error);
    }
    setBusy(false);
  };
  return (
    <form className="round-form" aria-labelledby={title} data-round={round} onSubmit={(event) => void save(event)}>
      <h3 id={title}>{words.w('round', { n: round })}</h3>
      <div className="controls">
        <TextField className="control" value={value} onChange={setValue} isDisabled={!assessed} isInvalid={assessed && value !== '' && amount === null}>
          <Label>{words.w('valueSent', { unit: words.unit(criterion.unit) })}</Label>
          <Input inputMode="decimal" autoComplete="off" />
        </TextField>
        <label className="check">
          <input type="checkbox" checked={!assessed} onChange={(event) => setAssessed(!event.target.checked)} /> {words.w('notAssessed')}
        </label>
        <Day label={words.w('receivedOn')} value={received} choose={setReceived} />
        <TextField className="control" value={number} onChange={setNumber} maxLength={100}>
          <Label>{words.w('documentNumber')}</Label>
          <Input autoComplete="off" />
        </TextField>
        <Select
          label={words.w('position')}
          value={position}
          choose={setPosition}
          options={[
            { value: '', name: words.w('noPosition') },
            { value: 'agreed', name: words.w('weAgree') },
            { value: 'disagreed', name: words.w('weDisagree') },
          ]}
        />
      </div>
      <div className="controls">
        <TextField className="control wide" value={comment} onChange={setComment} maxLength={2000}>
          <Label>{words.w(position === 'disagreed' ? 'commentNeeded' : 'comment')}</Label>
          <TextArea rows={2} />
        </TextField>
        <TextField className="control wide" value={evidence} onChange={setEvidence} maxLength={500}>
          <Label>{words.w('evidenceOf')}</Label>
          <TextArea rows={2} />
        </TextField>
      </div>
      {refusal && <Refused refusal={refusal} {...(refusal instanceof Refusal && refusal.stale && { again: done })} />}
      <div className="actions">
        <Button type="submit" className="primary" isDisabled={busy || lacking}>
          {words.w(sent ? 'saveRound' : 'enterRound', { n: round })}
        </Button>
      </div>
    </form>
  );
}

/** Reads a number as its reader writes it: 1.234,5 in Vietnamese, 1,234.5 in English; null for none. */
export function readNumber(text: string, language: 'vi' | 'en'): number | null {
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.'];
  const plain = text.trim();
  const shape = new RegExp(`^(\\d+|\\d{1,3}(\\${thousands}\\d{3})+)(\\${point}\\d+)?$`);
  if (!shape.test(plain)) return null;
  return Number(plain.replaceAll(thousands, '').replace(point, '.'));
}
