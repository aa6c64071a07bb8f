import { lazy, Suspense, useEffect, useState } from 'react';
import { Problem, type API } from '../api';
import { Catalog } from '../catalog';
import { Labelled } from '../field/Form';
import { PhotoField } from '../field/Photos';
import type { Writer } from '../format';
import type { Position } from '../geodesy';
import { acceptable, pageOf, sendPhotos, sendReport } from './ticket';

const PlaceMap = lazy(() => import('./PlaceMap'));

/** The form: what, where, and whom to answer if they like. */
export function FeedbackForm({ api, writer }: { api: API; writer: Writer }) {
  const [codes, setCodes] = useState(Catalog.empty);
  const [kind, setKind] = useState('');
  const [description, setDescription] = useState('');
  const [place, setPlace] = useState<Position | null>(null);
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const [phone, setPhone] = useState('');
  const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle');
  const [files, setFiles] = useState<readonly File[]>([]);
  // the pictures that the register has not got, null in the place of one it has
  const [left, setLeft] = useState<readonly (File | null)[]>([]);
  const [sent, setSent] = useState<{ code: string; due_on: string } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // people do not see this field; programs that fill in every one do
  const [website, setWebsite] = useState('');
  useEffect(() => {
    Catalog.codes(api).then(setCodes, () => {}); // the form says what is wrong when it is sent
  }, [api]);
  const kinds = codes.list('feedback_kind');
  const chosen = kind || kinds[0]?.code || '';
  const needed = [!description.trim() && writer.text('feedbackDescription'), !place && writer.text('feedbackPlace')].filter((text) => text !== false);
  const send = async () => {
    if (!place || needed.length > 0) return setProblem(writer.text('needed', { what: needed.join(', ') }));
    setProblem(null);
    setState('sending');
    try {
      const body = {
        kind: chosen,
        description: description.trim(),
        website,
        geometry: { type: 'Point' as const, coordinates: [place[0], place[1]] },
        ...(address.trim() && { address: address.trim() }),
        ...(name.trim() && { contact_name: name.trim() }),
        ...(phone.trim() && { contact_phone: phone.trim() }),
      };
      const receipt = await sendReport(api, body);
      setLeft(await sendPhotos(api, receipt.code, files));
      setSent(receipt);
      setState('sent');
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : writer.text('failed'));
      setState((was) => (was === 'sending' ? 'idle' : was));
    }
  };
  if (sent) {
    const lost = left.filter(Boolean).length;
    const again = async () => {
      setState('sending');
      setLeft(await sendPhotos(api, sent.code, left));
      setState('sent');
    };
    return (
      <>
        <h1>{writer.text('feedbackTitle')}</h1>
        <div className="fieldwork" role="status">
          <p>{writer.text('feedbackSent')}</p>
          <p className="code-said">
            <a href={pageOf(sent.code)}>{sent.code}</a>
          </p>
          <p className="hint">
            {writer.text('feedbackDue')}: {writer.date(sent.due_on)}
          </p>
          {lost > 0 && (
            <p className="problem">
              {writer.text('feedbackPhotosLeft', { n: writer.count(lost) })}{' '}
              <button type="button" className="plain" disabled={state === 'sending'} onClick={() => void again()}>
                {writer.text(state === 'sending' ? 'feedbackSending' : 'tryAgain')}
              </button>
            </p>
          )}
        </div>
      </>
    );
  }
  return (
    <>
      <h1>{writer.text('feedbackTitle')}</h1>
      <p className="hint">{writer.text('feedbackHint')}</p>
      <form
        className="fieldwork side"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Labelled label={writer.text('feedbackKind')}>
          <select value={chosen} onChange={(event) => setKind(event.target.value)}>
            {kinds.map(({ code, title }) => (
              <option key={code} value={code}>
                {writer.of(title)}
              </option>
            ))}
          </select>
        </Labelled>
        <Labelled label={writer.text('feedbackDescription')}>
          <textarea value={description} maxLength={4000} required onChange={(event) => setDescription(event.target.value)} />
        </Labelled>
        <fieldset className="field">
          <legend>{writer.text('feedbackPlace')}</legend>
          <Suspense fallback={<div className="feedback-map" />}>
            <PlaceMap writer={writer} change={setPlace} />
          </Suspense>
          <p className="hint" data-place={place ? 'known' : 'unknown'}>
            {writer.text('feedbackPlaceHint')} {place && writer.text('placed', { lat: place[1].toFixed(6), lon: place[0].toFixed(6) })}
          </p>
        </fieldset>
        <Labelled label={writer.text('feedbackAddress')}>
          <input value={address} maxLength={300} autoComplete="street-address" onChange={(event) => setAddress(event.target.value)} />
        </Labelled>
        <fieldset className="field">
          <legend>{writer.text('feedbackPhotos')}</legend>
          <PhotoField writer={writer} files={files} change={(chosen) => setFiles(acceptable(chosen))} />
          <p className="hint">{writer.text('feedbackPhotosHint')}</p>
        </fieldset>
        <Labelled label={writer.text('feedbackName')}>
          <input value={name} maxLength={200} autoComplete="name" onChange={(event) => setName(event.target.value)} />
        </Labelled>
        <Labelled label={writer.text('feedbackPhone')}>
          <input type="tel" value={phone} maxLength={30} autoComplete="tel" onChange={(event) => setPhone(event.target.value)} />
        </Labelled>
        <input className="trap" name="website" tabIndex={-1} autoComplete="off" aria-hidden="true" value={website} onChange={(event) => setWebsite(event.target.value)} />
        <p className="hint">{writer.text('feedbackPrivacy')}</p>
        {problem && (
          <p className="problem" role="alert">
            {problem}
          </p>
        )}
        <p className="buttons">
          <button type="submit" className="primary" disabled={state === 'sending'}>
            {writer.text(state === 'sending' ? 'feedbackSending' : 'feedbackSend')}
          </button>
        </p>
      </form>
      <Lookup writer={writer} />
    </>
  );
}

/** Goes to the page of a code. */
function Lookup({ writer }: { writer: Writer }) {
  const [code, setCode] = useState('');
  return (
    <form
      className="fieldwork side"
      onSubmit={(event) => {
        event.preventDefault();
        if (code.trim()) location.assign(pageOf(code.trim()));
      }}
    >
      <div className="typed">
        <Labelled label={writer.text('feedbackLook')}>
          <input value={code} placeholder={writer.text('feedbackCode')} onChange={(event) => setCode(event.target.value)} />
        </Labelled>
        <button type="submit" className="plain">
          {writer.text('feedbackOpen')}
        </button>
      </div>
    </form>
  );
}
