import { useState, type FormEvent } from 'react';
import { today } from '../day';
import { Refused } from './ask';
import { Bar } from './Bar';
import { nouns } from './fields';
import { FileDrop, fits } from './FileDrop';
import { go } from './place';
import { useSay } from './say';
import { hashOf } from './upload';
import { pending } from './UploadStep';
import { useOffice } from './who';

/** Begins a filing: of what, which file, as of when, and what leaving a record out means. */
export function NewPage() {
  const say = useSay();
  const { desk } = useOffice();
  const [noun, setNoun] = useState('poles');
  const [file, setFile] = useState<File | null>(null);
  const [day, setDay] = useState(today());
  const [missing, setMissing] = useState<'keep' | 'remove'>('keep');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Error | null>(null);

  const begin = async (event: FormEvent) => {
    event.preventDefault();
    if (!fits(file) || busy) return;
    setBusy(true);
    setRefusal(null);
    try {
      const hash = await hashOf(file);
      const filing = await desk.begin({ noun, file_name: file.name, file_bytes: file.size, day, choices: { missing }, ...(hash && { file_sha256: hash }) });
      pending.set(filing.id, file);
      go(`/filings/${filing.id}`);
    } catch (error) {
      setRefusal(error as Error);
      setBusy(false);
    }
  };

  return (
    <form className="sheet" onSubmit={(event) => void begin(event)}>
      <h1>{say.t('newFiling')}</h1>
      <p className="hint">{say.t('newHint')}</p>
      <label className="field">
        {say.t('noun')}
        <select value={noun} onChange={(e) => setNoun(e.target.value)}>
          {Object.keys(nouns).map((path) => (
            <option key={path} value={path}>
              {say.noun(path)}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <span id="file-label">{say.t('file')}</span>
        <FileDrop file={file} choose={setFile} />
      </div>
      <label className="field day">
        {say.t('day')}
        <input type="date" value={day} min="1990-01-01" max="2100-12-31" required onChange={(e) => setDay(e.target.value)} aria-describedby="day-hint" />
        <small id="day-hint">
          {day && `${say.date(day)}. `}
          {say.t('dayHint')}
        </small>
      </label>
      <fieldset className="field">
        <legend>{say.t('missingChoice')}</legend>
        {(['keep', 'remove'] as const).map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name="missing" checked={missing === choice} onChange={() => setMissing(choice)} />
            <span>
              <strong>{say.t(choice)}</strong>
              <small>{say.t(choice === 'keep' ? 'keepHint' : 'removeHint')}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {refusal && <Refused refusal={refusal} />}
      {busy && <Bar label={say.t('hashing')} />}
      <button className="primary" type="submit" disabled={!fits(file) || busy}>
        {say.t('upload')}
      </button>
    </form>
  );
}
