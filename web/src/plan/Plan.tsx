import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Feature, Geometry } from 'geojson';
import { Problem } from '../api';
import { Restrictions } from '../card/Permit';
import { Choice } from '../Choice';
import { Labelled } from '../field/Form';
import { readLine, writeLine, type Position } from '../geodesy';
import { boxOf } from '../geometry';
import { layerOf, layerOfNoun } from '../layers';
import type { TextKey } from '../text';
import { useAtlas } from '../useAtlas';
import { annex, planKinds, proposal, shareCheck, type Candidate, type Planned, type PlanKind, type Ratio, type ShareAnswer } from './share';

const kindTexts: Readonly<Record<PlanKind, TextKey>> = { mast: 'planMast', duct: 'planDuct', pole: 'planPole' };
const fitTexts: Readonly<Record<Candidate['fit'], TextKey>> = { yes: 'planFitYes', perhaps: 'planFitPerhaps', no: 'planFitNo' };
/** The formats of the annex, called the same in both languages. */
const annexFormats = { xlsx: 'XLSX', csv: 'CSV', geojson: 'GeoJSON' } as const;

/** Tells a work in the answer from the others. */
const keyOf = (work: Candidate | Planned) => `${work.noun}/${work.id}`;

/** Draws or types what is to be built, and shows what could be shared instead. */
export default function Plan() {
  const atlas = useAtlas();
  const { writer, map, api, at } = atlas;
  const [kind, setKind] = useState<PlanKind>('mast');
  const [height, setHeight] = useState('');
  const [reach, setReach] = useState('');
  const [answer, setAnswer] = useState<ShareAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [chosen, setChosen] = useState('');
  const line = readLine(at.line);
  const set = (next: readonly Position[]) => {
    setAnswer(null);
    atlas.choose({ line: writeLine(next) });
  };
  const add = (p: Position) => set(kind === 'mast' ? [p] : [...readLine(atlas.at.line), p]);
  useEffect(() => map?.draws(add), [map, kind]);
  useEffect(() => map?.sketch(readLine(at.line), false), [map, at.line]);
  useEffect(() => () => map?.sketch([], false), [map]);
  useEffect(() => {
    const candidates = answer?.candidates.filter((c) => !c.own) ?? [];
    const planned = answer?.planned.filter((p) => keyOf(p) === chosen) ?? [];
    const feature = (work: Candidate | Planned, fit = ''): Feature => ({ type: 'Feature', geometry: work.geometry as Geometry, properties: { fit, chosen: keyOf(work) === chosen } });
    map?.hint([...candidates.map((c) => feature(c, c.fit)), ...planned.map((p) => feature(p))]);
    return () => map?.hint([]);
  }, [map, answer, chosen]);
  const choose = (next: PlanKind) => {
    setKind(next);
    setReach(''); // how far is near differs
    setProblem(null);
    set([]);
  };
  const show = (work: Candidate | Planned) => {
    const layer = layerOfNoun[work.noun];
    const box = boxOf(work.geometry as Geometry);
    setChosen(keyOf(work));
    if (box) map?.bringIn(box, layer ? layerOf(layer) : null);
  };
  const planned = proposal(kind, line, Number(height), Number(reach));
  const check = async () => {
    if (!planned) return setProblem(writer.text('planNeeds'));
    setProblem(null);
    setChosen('');
    setBusy(true);
    try {
      setAnswer(await shareCheck(api, planned, at.date));
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : writer.text('failed'));
    }
    setBusy(false);
  };
  const save = async (format: string) => {
    const file = await annex(api, planned!, at.date, format).catch((error: unknown) => setProblem(error instanceof Problem ? error.message : writer.text('failed')));
    if (!file) return;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `share-check.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <>
      <p className="hint">{writer.text('planHint')}</p>
      <Choice label={writer.text('planKind')} value={kind} options={planKinds.map((k) => [k, writer.text(kindTexts[k])] as const)} choose={choose} />
      <p className="hint">{writer.text(kind === 'mast' ? 'planPointHint' : 'planLineHint')}</p>
      <Typed add={add} />
      <div className="pair">
        {kind === 'mast' && (
          <Labelled label={writer.text('planHeight')}>
            <input inputMode="decimal" value={height} onChange={(event) => setHeight(event.target.value.replace(',', '.'))} />
          </Labelled>
        )}
        <Labelled label={writer.text('planReach')}>
          <input inputMode="decimal" value={reach} onChange={(event) => setReach(event.target.value.replace(',', '.'))} />
        </Labelled>
      </div>
      <p className="buttons">
        <button type="button" className="primary" disabled={busy} onClick={() => void check()}>
          {writer.text(busy ? 'planChecking' : 'planCheck')}
        </button>
        <button type="button" onClick={() => map && add(map.middle)}>
          {writer.text('addPoint')}
        </button>
        <button type="button" disabled={line.length === 0} onClick={() => set(line.slice(0, -1))}>
          {writer.text('undoPoint')}
        </button>
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      {answer && <Answer of={answer} chosen={chosen} show={show} save={(format) => void save(format)} />}
    </>
  );
}

/** A point by its coordinates, as anybody writes them. */
function Typed({ add }: { add: (p: Position) => void }) {
  const { writer, api, map } = useAtlas();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const read = async () => {
    setProblem(null);
    try {
      const { readings } = await api.get('/api/v1/lookup', { query: { coordinates: text } });
      const [first] = readings;
      if (!first) return;
      add([first.lon, first.lat]);
      map?.bringIn([first.lon, first.lat, first.lon, first.lat], null);
      setText('');
    } catch (error) {
      setProblem(error instanceof Problem ? error.message : writer.text('failed'));
    }
  };
  return (
    <div className="typed">
      <Labelled label={writer.text('planCoordinates')}>
        <input value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && void read()} />
      </Labelled>
      <button type="button" className="plain" disabled={text.trim() === ''} onClick={() => void read()}>
        {writer.text('planAdd')}
      </button>
      {problem && <p className="problem">{problem}</p>}
    </div>
  );
}

interface AnswerProps {
  of: ShareAnswer;
  /** The work that the map shows. */
  chosen: string;
  show: (work: Candidate | Planned) => void;
  save: (format: string) => void;
}

function Answer({ of: answer, chosen, show, save }: AnswerProps) {
  const { writer, catalog } = useAtlas();
  const kindOf = ({ noun, kind }: Planned) => {
    const layer = layerOfNoun[noun];
    return layer && layer !== 'planned-works' ? writer.text(layerOf(layer).one) : catalog.title('work_kind', kind, writer);
  };
  const others = answer.candidates.filter(({ own }) => !own);
  const shown = useRef<HTMLDivElement>(null);
  // on a phone it is below what was filled in
  useEffect(() => void shown.current?.scrollIntoView({ block: 'nearest' }), [answer]);
  return (
    <div ref={shown} className="answer" aria-live="polite" data-answer="share">
      {answer.ratios.length > 0 && <Ratios of={answer.ratios} />}
      {answer.line && <p>{writer.text('planLine', { shareable: writer.length(answer.line.shareable_m), length: writer.length(answer.line.length_m) })}</p>}
      <h3>{writer.text('planCandidates', { n: writer.count(others.length) })}</h3>
      {others.length === 0 && <p>{writer.text('planNone')}</p>}
      {others.length > 0 && <p className="hint">{writer.text('planShow')}</p>}
      {answer.more && <p className="hint">{writer.text('planMore')}</p>}
      <ul className="lines">
        {others.map((c) => (
          <Row key={keyOf(c)} of={c} chosen={keyOf(c) === chosen} show={() => show(c)} />
        ))}
      </ul>
      {answer.planned.length > 0 && (
        <>
          <h3>{writer.text('planPlanned')}</h3>
          <ul className="lines">
            {answer.planned.map((p) => (
              <li key={keyOf(p)} data-planned={keyOf(p)}>
                <Name chosen={keyOf(p) === chosen} show={() => show(p)}>
                  {p.name || p.code}
                </Name>
                <span>{[kindOf(p), p.owner_name, writer.length(p.distance_m), p.starts_on && writer.date(p.starts_on), p.contact].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Restrictions of={answer.restrictions} />
      <p className="buttons">
        {Object.entries(annexFormats).map(([format, name]) => (
          <button key={format} type="button" onClick={() => save(format)}>
            {writer.text('planAnnex', { format: name })}
          </button>
        ))}
      </p>
    </div>
  );
}

interface NameProps {
  chosen: boolean;
  show: () => void;
}

/** What a work is called: the map goes there, and the answer stays. */
function Name({ chosen, show, children }: NameProps & { children: ReactNode }) {
  return (
    <button type="button" className="link" aria-pressed={chosen} onClick={show}>
      {children}
    </button>
  );
}

function Row({ of: c, chosen, show }: NameProps & { of: Candidate }) {
  const { writer } = useAtlas();
  const layer = layerOfNoun[c.noun];
  return (
    <li data-candidate={keyOf(c)}>
      <span className={`fit ${c.fit}`}>{writer.text(fitTexts[c.fit])}</span>
      <Name chosen={chosen} show={show}>
        {layer && writer.text(layerOf(layer).one)} {c.name || c.code}
      </Name>
      <span>{[writer.length(c.distance_m), c.owner_name ?? c.owner, c.contact].filter(Boolean).join(' · ')}</span>
      {c.reasons.length > 0 && <span>{c.reasons.map((r) => writer.of(r)).join(' ')}</span>}
    </li>
  );
}

function Ratios({ of: ratios }: { of: readonly Ratio[] }) {
  const { writer } = useAtlas();
  return (
    <>
      <h3>{writer.text('planRatios')}</h3>
      <table className="ratios">
        <thead>
          <tr>
            <th scope="col">{writer.text('planWhere')}</th>
            <th scope="col">{writer.text('planNow')}</th>
            <th scope="col">{writer.text('planIfBuilt')}</th>
            <th scope="col">{writer.text('planIfShared')}</th>
          </tr>
        </thead>
        <tbody>
          {ratios.map((r) => (
            <tr key={`${r.scope}/${r.unit}`}>
              <th scope="row">{r.name || writer.text('wholeProvince')}</th>
              {[r.now, r.if_built, r.if_shared].map((share, i) => (
                <td key={i}>
                  {writer.percent(share?.ratio)}
                  {share && <small>{`${writer.count(share.numerator)} / ${writer.count(share.denominator)}`}</small>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
