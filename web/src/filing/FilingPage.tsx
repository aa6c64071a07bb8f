import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused } from './ask';
import { Bar } from './Bar';
import { StateChip } from './Chip';
import { ColumnsStep } from './ColumnsStep';
import { Refusal, type Filing } from './desk';
import { Ask, type Question } from './Dialogs';
import { FindingsStep } from './FindingsStep';
import { Link } from './Link';
import { useTell } from './Notice';
import { OutcomeStep } from './OutcomeStep';
import { steps, type Step } from './place';
import { PreviewStep } from './PreviewStep';
import { useSay } from './say';
import { SignStep } from './SignStep';
import { states, type SayKey, type State } from './text';
import { UploadStep } from './UploadStep';
import { moving, useFiling, type Held } from './useFiling';
import { useOffice } from './who';

const names: Readonly<Record<Step, SayKey>> = {
  columns: 'stepColumns',
  preview: 'stepPreview',
  findings: 'stepFindings',
  sign: 'stepSign',
  outcome: 'stepOutcome',
};

/** The step at which a filing of a state is gone on with. */
const at: Readonly<Record<State, Step>> = {
  uploading: 'columns', queued: 'columns', checking: 'columns', unread: 'columns',
  blocked: 'findings', to_verify: 'findings', ready: 'sign',
  signed: 'outcome', applying: 'outcome', accepted: 'outcome', partly: 'outcome', returned: 'outcome', withdrawn: 'outcome',
};

/** What a step works with. */
export interface StepProps {
  filing: Filing;
  held: Held;
  /** Asks before something is done. */
  ask: (question: Question) => void;
}

/** One filing, in five steps. */
export function FilingPage({ id, step }: { id: number; step: Step | null }) {
  const say = useSay();
  const { desk } = useOffice();
  const held = useFiling(desk, id);
  const [question, ask] = useState<Question | null>(null);
  const { filing, refusal } = held;
  if (!filing) return refusal ? <Refused refusal={refusal} again={held.again} /> : <Loading />;
  const here = step ?? at[filing.state];
  return (
    <>
      <Head filing={filing} held={held} ask={ask} />
      {refusal && <Complaint refusal={refusal} again={held.again} />}
      {filing.state === 'uploading' ? <UploadStep filing={filing} changed={held.take} /> : <Working filing={filing} />}
      {filing.state !== 'uploading' && (
        <>
          <Stepper filing={filing} here={here} />
          <section className="step" aria-label={say.t(names[here])} aria-busy={moving.has(filing.state)}>
            <StepContent here={here} filing={filing} held={held} ask={ask} />
          </section>
        </>
      )}
      <Ask question={question} close={() => ask(null)} />
    </>
  );
}

function StepContent({ here, ...props }: StepProps & { here: Step }) {
  switch (here) {
    case 'columns':
      return <ColumnsStep {...props} />;
    case 'preview':
      return <PreviewStep {...props} />;
    case 'findings':
      return <FindingsStep {...props} />;
    case 'sign':
      return <SignStep {...props} />;
    case 'outcome':
      return <OutcomeStep {...props} />;
  }
}

function Head({ filing, held, ask }: StepProps) {
  const say = useSay();
  const tell = useTell();
  const { desk, who, organizations } = useOffice();
  const withdraws = who.mends(filing) && !moving.has(filing.state) && !['accepted', 'partly', 'withdrawn'].includes(filing.state);
  return (
    <div className="heading filing-head">
      <div>
        <h1>
          <small>{say.t('filingNumber', { id: String(filing.id) })}</small> {filing.file_name}
        </h1>
        <p className="facts">
          <StateChip state={filing.state} /> <span className="sentence">{say.of(states[filing.state].sentence)}</span>
        </p>
        <p className="hint">
          {[
            say.noun(filing.noun),
            organizations.get(filing.organization) ?? (filing.organization || say.t('department')),
            say.t('dataOf', { day: say.date(filing.day) }),
            say.bytes(filing.file_bytes),
            ...(filing.revision > 1 ? [say.t('revision', { n: String(filing.revision) })] : []),
          ].join(' · ')}
        </p>
      </div>
      <div className="actions">
        {filing.state !== 'uploading' && (
          <a className="button" href={`/api/v1/filings/${filing.id}/file`} download>
            {say.t('original')}
          </a>
        )}
        {withdraws && (
          <Button
            isDisabled={held.busy}
            onPress={() =>
              ask({
                title: say.t('withdraw'),
                ask: say.t('withdrawAsk'),
                act: say.t('withdraw'),
                danger: true,
                do: () => void held.change((f) => desk.withdraw(f)).then((ok) => ok && tell({ text: say.t('withdrawn') })),
              })
            }
          >
            {say.t('withdraw')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Says why a change was refused; what somebody else has changed is to be loaded again. */
function Complaint({ refusal, again }: { refusal: Error; again: () => void }) {
  const say = useSay();
  return (
    <>
      {refusal instanceof Refusal && refusal.status === 412 && <p className="lead">{say.t('stale')}</p>}
      <Refused refusal={refusal} again={again} />
    </>
  );
}

/** How far the register has come with what it does by itself. */
function Working({ filing }: { filing: Filing }) {
  const say = useSay();
  if (!moving.has(filing.state)) return null;
  const p = filing.progress;
  const n = say.count(p?.rows ?? 0);
  const label =
    filing.state === 'queued' || !p ? say.t('waiting') : p.stage === 'apply' ? say.t('applying', { n }) : p.stage === 'check' ? say.t('checking', { n }) : say.t('reading', { n });
  return <Bar label={label} part={p?.total ? p.rows / p.total : undefined} />;
}

function Stepper({ filing, here }: { filing: Filing; here: Step }) {
  const say = useSay();
  const reached = steps.indexOf(at[filing.state]);
  return (
    <nav className="stepper" aria-label={say.t('steps')}>
      <ol>
        {steps.map((step, i) => (
          <li key={step} className={i < reached ? 'past' : ''}>
            <Link href={`/filings/${filing.id}/${step}`} aria-current={step === here ? 'step' : undefined}>
              <span className="no">{i + 1}</span> <span className="label">{say.t(names[step])}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
