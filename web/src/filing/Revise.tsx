import { useState } from 'react';
import { Bar } from './Bar';
import type { StepProps } from './FilingPage';
import { FileDrop, fits } from './FileDrop';
import { useSay } from './say';
import { hashOf } from './upload';
import { pending } from './UploadStep';
import { useOffice } from './who';

/** Takes a mended file in the place of a filing's. */
export function Revise({ filing, held }: Pick<StepProps, 'filing' | 'held'>) {
  const say = useSay();
  const { desk } = useOffice();
  const [hashing, setHashing] = useState(false);
  const revise = async (file: File) => {
    if (!fits(file)) return;
    setHashing(true);
    const hash = await hashOf(file);
    setHashing(false);
    pending.set(filing.id, file);
    const order = { file_name: file.name, file_bytes: file.size, ...(hash && { file_sha256: hash }) };
    if (!(await held.change((f) => desk.revise(f, order)))) pending.delete(filing.id);
  };
  return (
    <div className="revise">
      <FileDrop file={null} choose={(file) => void revise(file)} label={say.t('revise')} />
      {hashing && <Bar label={say.t('hashing')} />}
      <p className="hint">{say.t('reviseHint')}</p>
    </div>
  );
}
