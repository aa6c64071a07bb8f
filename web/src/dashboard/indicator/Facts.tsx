import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTell } from '../../filing/Notice';
import type { Indicator } from '../house';
import { pageOf } from '../place';
import { useWords, type Words } from '../words';
import type { Result } from './ask';

/** How a number was made: of when, of where, by which reading, from which data. */
export function Facts({ result, indicator }: { result: Result; indicator: Indicator }) {
  const words = useWords();
  const tell = useTell();
  const { territory, definition, reported } = result;
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(pageOf(result.permalink), location.href).href);
    tell({ text: words.w('copied') });
  };
  return (
    <div className="facts-frame">
      <dl className="facts-of">
        <Fact name={words.text('asOf')}>{words.date(result.as_of)}</Fact>
        <Fact name={words.w('territory')}>
          {territory.code ? territory.name : words.w('wholeRegister')}
          {territory.method !== 'register' && <small>{words.of(territory.method_title)}</small>}
          {territory.parts?.map((part) => (
            <small key={part.code}>
              {part.name}: {part.share === null ? words.w('partial') : words.value(part.share * 100, 'percent')}
            </small>
          ))}
        </Fact>
        {territory.boundary !== result.as_of && <Fact name={words.w('boundaryOn')}>{words.date(territory.boundary)}</Fact>}
        <Fact name={words.w('definition')}>
          {words.w('definitionIs', { n: String(definition.version), title: words.of(definition.title) })}
          <Parameters definition={definition} words={words} />
        </Fact>
        <Fact name={words.w('layer')}>{words.w(`layer_${result.layer as 'declared' | 'verified' | 'published' | 'computed'}`)}</Fact>
        {result.excluded > 0 && <Fact name={words.w('excludedCount')}>{words.count(result.excluded)}</Fact>}
        {reported && (
          <Fact name={words.w('source')}>
            {reported.source}
            <small>{words.w('reportedFor', { day: words.date(reported.on) })}</small>
            {reported.method && <small>{reported.method}</small>}
            {reported.evidence && <small>{words.w('evidenceIs', { evidence: reported.evidence })}</small>}
          </Fact>
        )}
        <Fact name={words.w('basis')}>
          <span lang="vi">{indicator.clause}</span>
        </Fact>
        <Fact name={words.w('dataVersion')}>{words.count(result.data_version)}</Fact>
      </dl>
      <Button className="link noprint" onPress={() => void copy()}>
        {words.w('copyLink')}
      </Button>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The parameters of a definition, as the register has them, behind a disclosure. */
function Parameters({ definition: { parameters }, words }: { definition: Result['definition']; words: Words }) {
  const set = Object.entries(parameters).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  if (set.length === 0) return null;
  return (
    <details className="parameters">
      <summary>{words.w('parameters')}</summary>
      <ul>
        {set.map(([name, value]) => (
          <li key={name}>
            <code>
              {name} = {Array.isArray(value) ? value.join(', ') : String(value)}
            </code>
          </li>
        ))}
      </ul>
    </details>
  );
}
