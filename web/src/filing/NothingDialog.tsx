import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { Ask } from './Dialogs';
import { sayNothing, type Duty } from './duties';
import { useTell } from './Notice';
import { useSay } from './say';
import { useOffice } from './who';

/** Asks once whether there is nothing to report, and notes it. */
export function NothingDialog({ duty, close, done, refused }: { duty: Duty; close: () => void; done: () => void; refused: (refusal: Error) => void }) {
  const say = useSay();
  const tell = useTell();
  const { desk } = useOffice();
  const [note, setNote] = useState('');
  const question = {
    title: say.t('nothing'),
    ask: say.t('nothingAsk', { organization: duty.organization_name, title: say.of(duty.title), day: say.date(duty.due_on) }),
    act: say.t('nothing'),
    do: () => {
      sayNothing(desk, duty, note.trim()).then(
        () => {
          tell({ text: say.t('nothingNoted') });
          done();
        },
        refused,
      );
    },
  };
  return (
    <Ask question={question} close={close}>
      <TextField value={note} onChange={setNote} maxLength={1000} autoFocus>
        <Label>{say.t('note')}</Label>
        <TextArea rows={3} />
      </TextField>
    </Ask>
  );
}
