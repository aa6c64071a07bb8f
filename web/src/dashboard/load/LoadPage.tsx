import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Loading, Refused } from '../../filing/ask';
import { Refusal } from '../../filing/desk';
import { FileDrop } from '../../filing/FileDrop';
import { useTell } from '../../filing/Notice';
import { go } from '../../filing/place';
import { PageHeading } from '../heading';
import { useHouse } from '../house';
import { useWords } from '../words';
import { Faults } from './Faults';
import { Preview, type Import } from './Preview';

/** What a plan's file may take, as the register bounds it. */
const maxBytes = 1 << 20;

const mediaXLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaOf = (file: File) => (/\.ya?ml$/i.test(file.name) ? 'application/yaml' : mediaXLSX);

/** A plan is loaded from a workbook: the file is chosen, checked, looked at, loaded. */
export default function LoadPage() {
  const words = useWords();
  const tell = useTell();
  const { desk, who, reload } = useHouse();
  const [file, setFile] = useState<File | null>(null);
  const [busy, setBusy] = useState(false);
  const [would, setWould] = useState<Import | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);

  const send = async (sent: File, check: boolean): Promise<Import> => {
    // the file may have been saved anew since it was chosen; what is read now is what is sent
    const headers = { 'Content-Type': mediaOf(sent), ...(!check && would?.replaces && { 'If-Match': `"plan-${would.plan.code}-${would.replaces}"` }) };
    const { data } = await desk.client.POST('/api/v1/plans', { params: { query: { check } }, headers, body: sent as never, bodySerializer: (body) => body as unknown as Blob });
    return data!;
  };
  const attempt = async (what: () => Promise<void>) => {
    setBusy(true);
    setRefusal(null);
    try {
      await what();
    } catch (error) {
      // a file that changed on disk after it was chosen cannot be read any more
      setRefusal(error as Error);
    }
    setBusy(false);
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    setWould(null);
    setRefusal(null);
    if (chosen.size > 0 && chosen.size <= maxBytes) void attempt(async () => setWould(await send(chosen, true)));
  };
  const load = () =>
    attempt(async () => {
      const { plan } = await send(file!, false);
      reload();
      tell({ text: words.w('loaded', { code: plan.code }) });
      go(`/numbers/plans/${plan.code}`);
    });
  const faults = refusal instanceof Refusal ? refusal.faults : [];
  if (!who.department) {
    return <PageHeading title={words.w('loadPlan')} hint={words.w('reportsForOffice')} />;
  }
  return (
    <>
      <PageHeading title={words.w('loadPlan')} hint={words.w('loadHint')}>
        <a className="button" href="/api/v1/templates/plans.xlsx" download>
          {words.w('planTemplate')}
        </a>
      </PageHeading>
      <FileDrop file={file} choose={choose} label={words.w('planFile')} offered={{ kinds: ['.xlsx', '.xlsm', '.yaml', '.yml'], hint: words.w('planFileKinds'), maxBytes }} />
      {busy && !would && <Loading />}
      {faults.length > 0 && <Faults faults={faults} />}
      {refusal && faults.length === 0 && <Refused refusal={refusal} again={() => file && choose(file)} />}
      {would && (
        <Preview would={would}>
          <Button className="primary" isDisabled={busy || (would.replaces !== null && would.changes.length === 0)} onPress={() => void load()}>
            {words.w('loadIt')}
          </Button>
        </Preview>
      )}
    </>
  );
}
