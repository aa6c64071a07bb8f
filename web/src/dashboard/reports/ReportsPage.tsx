import { useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { today } from '../../day';
import { Refused } from '../../filing/ask';
import { Bar } from '../../filing/Bar';
import type { Desk } from '../../filing/desk';
import { Link } from '../../filing/Link';
import { Day } from '../controls/Day';
import { Select } from '../controls/Select';
import { useUnitOptions } from '../controls/units';
import { PageHeading } from '../heading';
import { useHouse } from '../house';
import { addressOf, useQuery, type Query } from '../place';
import { useWords } from '../words';

type Format = 'docx' | 'pdf' | 'xlsx';

/** The five reports, each written on demand. */
export default function ReportsPage() {
  const words = useWords();
  const { plans, organizations, who } = useHouse();
  const [query, change] = useQuery();
  const day = query['as_of'] ?? today();
  const year = day.slice(0, 4);
  const units = useUnitOptions(day);
  const [from, setFrom] = useState(`${year}-01-01`);
  const [to, setTo] = useState(`${Number(year) + 1}-01-01`);
  const own = who.session.organization ?? '';
  const oversees = who.session.sees === 'all';
  const plan = query['plan'] ?? plans[0]?.code ?? '';
  const organization = query['organization'] ?? (own || [...organizations.keys()][0] || '');
  const commune = query['unit'] ?? '';
  const communes = units.filter((o) => 'of' in o && o.title === words.w('communes'));
  const enterprises = [...organizations].filter(([code]) => oversees || code === own).map(([value, name]) => ({ value, name }));
  return (
    <>
      <PageHeading title={words.w('reportsTitle')} hint={words.w('reportsHint')} />
      <div className="controls">
        <Day label={words.text('asOf')} value={day} choose={(as_of) => change({ as_of: as_of === today() ? '' : as_of })} />
      </div>
      <div className="report-cards">
        {oversees && (
          <Report name="annual" title={words.w('annualTitle')} about={words.w('annualAbout')} formats={['docx', 'pdf', 'xlsx']} query={{ plan, as_of: day }}>
            <Select label={words.w('plan')} value={plan} choose={(next) => change({ plan: next })} options={plans.map((p) => ({ value: p.code, name: words.of(p.title) }))} />
          </Report>
        )}
        {enterprises.length > 0 && (
          <Report name="operator" title={words.w('operatorTitle')} about={words.w('operatorAbout')} formats={['docx', 'pdf']} query={{ organization, as_of: day }}>
            <Select label={words.w('organization')} value={organization} choose={(next) => change({ organization: next })} options={enterprises} />
          </Report>
        )}
        {oversees && (
          <Report name="completeness" title={words.w('completenessTitle')} about={words.w('completenessAbout')} formats={['docx', 'pdf', 'xlsx']} query={{ from, to }}>
            <Day label={words.w('from')} value={from} choose={setFrom} />
            <Day label={words.w('to')} value={to} choose={setTo} />
          </Report>
        )}
        <Report name="commune" title={words.w('communeTitle')} about={words.w('communeAbout')} formats={['pdf']} query={{ unit: commune, as_of: day }} page={commune !== ''} ready={commune !== ''}>
          <Select label={words.w('commune')} value={commune} choose={(unit) => change({ unit })} options={[{ value: '', name: words.w('chooseOne') }, ...communes]} />
        </Report>
        {oversees && (
          <Report name="evidence" title={words.w('evidenceTitle')} about={words.w('evidenceAbout')} formats={['xlsx']} query={{ as_of: day, unit: query['territory'] ?? '' }}>
            <Select label={words.w('territory')} value={query['territory'] ?? ''} choose={(territory) => change({ territory })} options={units} />
            <Link className="button" href={addressOf('/numbers/dii', { year: query['as_of'] ? year : '' })}>
              {words.w('toDII')}
            </Link>
          </Report>
        )}
      </div>
      {!oversees && <p className="message">{words.w(who.session.signed_in ? 'reportsForOffice' : 'reportsForSignedIn')}</p>}
    </>
  );
}

interface Props {
  name: 'annual' | 'operator' | 'completeness' | 'commune' | 'evidence';
  title: string;
  about: string;
  formats: readonly Format[];
  query: Query;
  /** Whether it opens as a page too. */
  page?: boolean;
  /** Whether all that it needs is chosen. */
  ready?: boolean;
  children: ReactNode;
}

/** One report: what it is asked for, and a button for each format; while it is written that is said, and can be stopped. */
function Report({ name, title, about, formats, query, page = false, ready = true, children }: Props) {
  const words = useWords();
  const { desk } = useHouse();
  const [writing, setWriting] = useState<Format | null>(null);
  const [refusal, setRefusal] = useState<Error | null>(null);
  const [done, setDone] = useState('');
  const stop = useRef<AbortController | null>(null);
  const write = async (format: Format) => {
    stop.current = new AbortController();
    setWriting(format);
    setRefusal(null);
    setDone('');
    try {
      const saved = await fetchReport(desk, name, format, query, stop.current.signal);
      save(saved.file, saved.name);
      setDone(words.w('written', { name: saved.name, size: words.bytes(saved.file.size) }));
    } catch (error) {
      if (!stop.current.signal.aborted) setRefusal(error as Error);
    }
    setWriting(null);
  };
  return (
    <section className="report-card" aria-labelledby={`report-${name}`} data-report={name}>
      <h2 id={`report-${name}`}>{title}</h2>
      <p className="hint">{about}</p>
      <div className="controls">{children}</div>
      <div className="actions">
        {page && (
          <a className="button primary" href={addressOf('/api/v1/reports/commune.html', query)} target="_blank" rel="noopener">
            {words.w('openSheet')}
          </a>
        )}
        {formats.map((format) => (
          <Button key={format} isDisabled={!ready || writing !== null} aria-label={words.w('download', { format: format.toUpperCase(), title })} onPress={() => void write(format)}>
            {format.toUpperCase()}
          </Button>
        ))}
        {writing && <Button onPress={() => stop.current!.abort()}>{words.t('cancel')}</Button>}
      </div>
      {writing && <Bar label={words.w('writing', { format: writing.toUpperCase() })} />}
      <p role="status" className="done">
        {done}
      </p>
      {refusal && <Refused refusal={refusal} />}
    </section>
  );
}

/** Has a report written, and fetches it with the name it was given. */
async function fetchReport(desk: Desk, report: string, format: Format, query: Query, signal: AbortSignal): Promise<{ file: Blob; name: string }> {
  const asked = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ''));
  const { data, response } = await desk.client.GET(`/api/v1/reports/${report}.${format}` as '/api/v1/reports/annual.docx', { params: { query: asked as never }, parseAs: 'blob', signal });
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('Content-Disposition') ?? '') ?? [];
  return { file: data as Blob, name: name ? decodeURIComponent(name) : `${report}.${format}` };
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address));
}
