import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused, useAsked } from './ask';
import type { Found } from './desk';
import type { StepProps } from './FilingPage';
import { draft, sortGroups, type Drafts } from './group';
import { Group } from './Group';
import { Link } from './Link';
import { useTell } from './Notice';
import { Revise } from './Revise';
import { useSay } from './say';
import { moving } from './useFiling';
import { useOffice } from './who';

/** Every error and warning, by rule; each is mended here, in the filer's own workbook, or verified. */
export function FindingsStep({ filing, held, ask }: StepProps) {
  const say = useSay();
  const tell = useTell();
  const { desk, who } = useOffice();
  const [drafts, setDrafts] = useState<Drafts>(new Map());
  const groups = useAsked(() => desk.groups(filing.id), `${filing.id}/${filing.version}/${say.language}`);
  if (groups.refusal) return <Refused refusal={groups.refusal} again={groups.again} />;
  if (!groups.value) return <Loading />;

  const sorted = sortGroups(groups.value);
  const working = moving.has(filing.state);
  const mends = who.mends(filing) && !working && ['blocked', 'to_verify', 'ready', 'returned'].includes(filing.state);
  const refused = filing.counts?.refused ?? 0;

  const save = async () => {
    const edits = [...drafts.values()];
    if (!(await held.change((f) => desk.edit(f, edits)))) return;
    setDrafts(new Map());
    tell({ text: say.t('editsSaved', { n: say.count(edits.length) }) });
  };
  const leaveOut = async (cleanOnly: boolean) => {
    const before = filing.choices;
    if (!(await held.change((f) => desk.choose(f, { ...before, clean_only: cleanOnly })))) return;
    tell({ text: say.t('columnsSaved'), undo: () => void held.change((f) => desk.choose(f, before)) });
  };

  return (
    <>
      <h2>{say.t('findingsTitle')}</h2>
      {!who.mends(filing) && <p className="hint">{say.t('readOnly')}</p>}
      {groups.value.length === 0 && !working && <p className="message good">{say.t('clean')}</p>}
      {(['toMend', 'toVerify', 'isVerified'] as const).map(
        (kind) =>
          sorted[kind].length > 0 && (
            <section key={kind} className={`groups ${kind}`} aria-label={say.t(kind)}>
              <h3>{say.t(kind)}</h3>
              {sorted[kind].map((g) => (
                <Group
                  key={`${g.rule}/${g.column ?? ''}`}
                  group={g}
                  filing={filing}
                  held={held}
                  ask={ask}
                  found={(filing.found ?? {}) as Found}
                  mends={mends}
                  drafts={drafts}
                  write={(row, column, value) => setDrafts((d) => draft(d, row, column, value))}
                />
              ))}
            </section>
          ),
      )}
      {drafts.size > 0 && (
        <div className="savebar" role="status">
          <span>{say.t('edited', { n: say.count(drafts.size) })}</span>
          <Button onPress={() => setDrafts(new Map())}>{say.t('discard')}</Button>
          <Button className="primary" isDisabled={held.busy || !mends} onPress={() => void save()}>
            {say.t('saveEdits')}
          </Button>
        </div>
      )}
      {groups.value.length > 0 && (
        <div className="workbook">
          <div>
            <a className="button" href={`/api/v1/filings/${filing.id}/marked.xlsx`} download>
              {say.t('marked')}
            </a>
            <p className="hint">{say.t('markedHint')}</p>
          </div>
          {mends && <Revise filing={filing} held={held} />}
        </div>
      )}
      {mends && (refused > 0 || filing.choices.clean_only) && (
        <label className="choice">
          <input type="checkbox" checked={filing.choices.clean_only ?? false} disabled={held.busy} onChange={(e) => void leaveOut(e.target.checked)} />
          <span>
            <strong>{say.t('cleanOnly')}</strong>
            <small>{say.t('cleanOnlyHint', { n: say.count(refused) })}</small>
          </span>
        </label>
      )}
      {filing.state === 'ready' && (
        <Link className="button primary" href={`/filings/${filing.id}/sign`}>
          {say.t('next', { step: say.t('stepSign') })}
        </Link>
      )}
    </>
  );
}
