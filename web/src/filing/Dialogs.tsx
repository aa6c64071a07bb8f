import { useState, type ReactNode } from 'react';
import { Button, Dialog, Heading, Label, Modal, ModalOverlay, TextArea, TextField } from 'react-aria-components';
import { useSay } from './say';

/** A question before something is done. */
export interface Question {
  title: string;
  ask: string;
  /** What the button that does it says. */
  act: string;
  /** Whether a reason is asked for, and whether there has to be one. */
  reason?: 'needed' | 'optional';
  danger?: boolean;
  do: (reason: string) => void;
}

/** Asks a question over the page; nothing is done until it is answered. */
export function Ask({ question, close, children }: { question: Question | null; close: () => void; children?: ReactNode }) {
  return (
    <ModalOverlay className="overlay" isOpen={question !== null} onOpenChange={(open) => !open && close()} isDismissable>
      <Modal className="modal">{question && <Asking question={question} close={close}>{children}</Asking>}</Modal>
    </ModalOverlay>
  );
}

function Asking({ question, close, children }: { question: Question; close: () => void; children: ReactNode }) {
  const say = useSay();
  const [reason, setReason] = useState('');
  const lacking = question.reason === 'needed' && reason.trim() === '';
  return (
    <Dialog className="dialog" role="alertdialog">
      <Heading slot="title">{question.title}</Heading>
      <p>{question.ask}</p>
      {children}
      {question.reason && (
        <TextField value={reason} onChange={setReason} maxLength={2000} autoFocus isRequired={question.reason === 'needed'}>
          <Label>{say.t(question.reason === 'needed' ? 'reason' : 'reasonOptional')}</Label>
          <TextArea rows={3} />
        </TextField>
      )}
      <div className="actions">
        <Button onPress={close}>{say.t('cancel')}</Button>
        <Button
          className={question.danger ? 'primary danger' : 'primary'}
          isDisabled={lacking}
          onPress={() => {
            close();
            question.do(reason.trim());
          }}
        >
          {question.act}
        </Button>
      </div>
    </Dialog>
  );
}
