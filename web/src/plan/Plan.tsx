import { useEffect, useRef, useState } from 'react';
import type { Feature, Geometry } from 'geojson';
import { Problem } from '../api';
import { Restrictions } from '../card/Permit';
import { Choice } from '../Choice';
import { Labelled } from '../field/Form';
import { readLine, writeLine, type Position } from '../geodesy';
import { layerOfNoun, layers } from '../layers';
import type { TextKey } from '../text';
import { useAtlas } from '../useAtlas';
import { annex, planKinds, proposal, shareCheck, type Candidate, type PlanKind, type Ratio, type ShareAnswer } from './share';

const kindTexts: Readonly<Record<PlanKind, TextKey>> = { mast: 'planMast', duct: 'planDuct', pole: 'planPole' };
const fitTexts: Readonly<Record<Candidate['fit'], TextKey>> = { yes: 'planFitYes', perhaps: 'planFitPerhaps', no: 'planFitNo' };
/** The formats of the annex, called the same in both languages. */
const annexFormats = { xlsx: 'XLSX', csv: 'CSV', geojson: 'GeoJSON' } as const;

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
    map?.hint(answer ? answer.candidates.filter(({ own }) => !own).map((c): Feature => ({ type: 'Feature', geometry: c.geometry as Geometry, properties: { fit: c.fit } })) : []);
    return () => map?.hint([]);
  }, [map, answer]);
  const choose = (next: PlanKind) => {
    setKind(next);
    setReach(''); // how far is near differs
    setProblem(null);
    set([]);
  };
  const planned = proposal(kind, line, Number(height), Number(reach));
  const check = async () => {
    if (!planned) return setProblem(writer.text('planNeeds'));
    setProblem(null);
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
      {answer && <Answer of={answer} save={(format) => void save(format)} />}
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

function Answer({ of: answer, save }: { of: ShareAnswer; save: (format: string) => void }) {
  const { writer } = useAtlas();
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
      {answer.more && <p className="hint">{writer.text('planMore')}</p>}
      <ul className="lines">
        {others.map((c) => (
          <Row key={`${c.noun}/${c.id}`} of={c} />
        ))}
      </ul>
      {answer.planned.length > 0 && (
        <>
          <h3>{writer.text('planPlanned')}</h3>
          <ul className="lines">
            {answer.planned.map((p) => (
              <li key={`${p.noun}/${p.id}`}>
                <strong>{p.name || p.code}</strong>
                <span>{[p.owner_name, writer.length(p.distance_m), p.starts_on && writer.date(p.starts_on), p.contact].filter(Boolean).join(' · ')}</span>
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

function Row({ of: c }: { of: Candidate }) {
  const atlas = useAtlas();
  const { writer } = atlas;
  const layer = layers.find(({ id }) => id === layerOfNoun[c.noun]);
  return (
    <li data-candidate={`${c.noun}/${c.id}`}>
      <span className={`fit ${c.fit}`}>{writer.text(fitTexts[c.fit])}</span>
      <strong>
        {layer && writer.text(layer.one)} {c.name || c.code}
      </strong>
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
