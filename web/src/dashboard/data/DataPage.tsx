import { Loading, Refused, useAsked } from '../../filing/ask';
import { Refusal } from '../../filing/desk';
import { PageHeading } from '../heading';
import { useWords, type Words } from '../words';
import { addressIn, dayIn, formatOf, placeOfDistribution, say, type Catalogue, type Dataset } from './catalog';

/** Where the open data are described for machines. */
const source = '/open-data';

/** The data sets in the order people look for them, told apart by their identifiers: nouns of the register, codes of indicators, plans. */
const groups = [
  { title: 'dataRecords', has: (id: string) => !/^[A-Z]/.test(id) && !/^(plan-|published$)/.test(id) },
  { title: 'dataIndicators', has: (id: string) => /^[A-Z]/.test(id) },
  { title: 'dataPlans', has: (id: string) => /^(plan-|published$)/.test(id) },
] as const;

/** What is open: every data set with what it holds, its licence, its day, and the files it comes as. */
export default function DataPage() {
  const words = useWords();
  const asked = useAsked(() => read(words), words.language);
  const catalogue = asked.value;
  const licence = addressIn(catalogue?.['dct:license']);
  const changed = dayIn(catalogue?.['dct:modified']);
  return (
    <>
      <PageHeading title={words.w('dataTitle')} hint={words.w('dataHint')} />
      {asked.refusal && <Refused refusal={asked.refusal} again={asked.again} />}
      {!catalogue && !asked.refusal && <Loading />}
      {catalogue && (
        <>
          <p className="plan-line">
            {say(catalogue['dct:publisher']?.['foaf:name'], words.language) && <span>{say(catalogue['dct:publisher']?.['foaf:name'], words.language)}</span>}
            {licence && (
              <span>
                {words.w('licence')}: <a href={licence}>{licence.replace(/^https?:\/\//, '')}</a>
              </span>
            )}
            {changed && <span>{words.w('changedOn', { day: words.date(changed) })}</span>}
            <a href={source}>{words.w('forMachines')}</a>
          </p>
          {groups.map(({ title, has }) => (
            <section key={title} aria-label={words.w(title)}>
              <h2>{words.w(title)}</h2>
              <ul className="datasets">
                {catalogue['dcat:dataset'].filter((set) => has(set['dct:identifier'] ?? '')).map((set) => (
                  <Set key={set['@id']} set={set} />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
    </>
  );
}

function Set({ set }: { set: Dataset }) {
  const words = useWords();
  const title = say(set['dct:title'], words.language);
  const changed = dayIn(set['dct:modified']);
  return (
    <li data-dataset={set['dct:identifier'] ?? set['@id']}>
      <h3>{title}</h3>
      <p>{say(set['dct:description'], words.language)}</p>
      {changed && <p className="hint">{words.w('changedOn', { day: words.date(changed) })}</p>}
      <div className="actions">
        {set['dcat:distribution']?.map((d) => (
          <a key={placeOfDistribution(d)} className="button" href={placeOfDistribution(d)} aria-label={words.w('fileOf', { format: formatOf(d), title })}>
            {d['dcat:downloadURL'] ? formatOf(d) : say(d['dct:title'], words.language) || formatOf(d)}
          </a>
        ))}
      </div>
    </li>
  );
}

async function read(words: Words): Promise<Catalogue> {
  const answer = await fetch(source, { headers: { Accept: 'application/ld+json', 'Accept-Language': words.language } }).catch(() => null);
  if (!answer) throw new Refusal(words.t('unreachable'));
  if (!answer.ok) throw new Refusal(words.t('unexpected', { status: String(answer.status) }), answer.status);
  return (await answer.json()) as Catalogue;
}
