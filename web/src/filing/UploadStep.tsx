import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { Refused } from './ask';
import { Bar } from './Bar';
import type { Filing } from './desk';
import { FileDrop, fits } from './FileDrop';
import { useSay } from './say';
import { hashOf, send, type Told } from './upload';
import { useOffice } from './who';

/** Files chosen for filings that wait for them: they are sent by the filing's own page. */
export const pending = new Map<number, File>();

/** Sends a filing's file, or asks for it again when the page has lost it. */
export function UploadStep({ filing, changed }: { filing: Filing; changed: (f: Filing) => void }) {
  const say = useSay();
  const { desk, who } = useOffice();
  const [file, setFile] = useState<File | null>(() => pending.get(filing.id) ?? null);
  const [told, setTold] = useState<Told | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [wrong, setWrong] = useState<'otherSize' | 'otherHash' | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    if (!file) return;
    const stop = new AbortController();
    let last = filing;
    const door = {
      put: async (start: number, part: Blob) => (last = await desk.append(filing.id, start, part, stop.signal)).received,
      received: async () => (last = await desk.filing(filing.id)).received,
    };
    setRefusal(null);
    door
      .received()
      .then((from) => send(file, door, from, (t) => !stop.signal.aborted && setTold(t)))
      .then(() => {
        if (stop.signal.aborted) return;
        pending.delete(filing.id);
        changed(last);
      })
      .catch((error: Error) => !stop.signal.aborted && setRefusal(error));
    return () => stop.abort();
  }, [file, round]);

  const choose = async (chosen: File) => {
    if (!fits(chosen)) return;
    if (chosen.size !== filing.file_bytes) return setWrong('otherSize');
    const hash = filing.file_sha256 && (await hashOf(chosen));
    if (hash && hash !== filing.file_sha256) return setWrong('otherHash');
    setWrong(null);
    setFile(chosen);
  };

  if (!file) {
    if (!who.mends(filing)) return null;
    const values = { sent: say.bytes(filing.received), size: say.bytes(filing.file_bytes), file: filing.file_name };
    return (
      <section className="sheet">
        <p>{say.t('resumeHint', values)}</p>
        <FileDrop file={null} choose={(f) => void choose(f)} label={say.t('resume')} />
        {wrong && (
          <p className="wrong" role="alert">
            {say.t(wrong)}
          </p>
        )}
      </section>
    );
  }
  const sent = told?.sent ?? filing.received;
  return (
    <section className="sheet">
      <Bar label={say.t('uploading', { sent: say.bytes(sent), size: say.bytes(file.size) })} part={sent / file.size} />
      {told?.broken && <p role="status">{say.t('goingOn')}</p>}
      {refusal && <Refused refusal={refusal} />}
      {refusal && <Button onPress={() => setRound((n) => n + 1)}>{say.t('resume')}</Button>}
    </section>
  );
}
