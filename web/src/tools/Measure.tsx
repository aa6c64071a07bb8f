import { useEffect } from 'react';
import { Button } from 'react-aria-components';
import { areaM2, distanceM, lengthM, readLine, writeLine, type Position } from '../geodesy';
import { useAtlas } from '../useAtlas';

/** Measures lengths and areas on the map, by clicks or by the cross in its middle. */
export default function Measure() {
  const atlas = useAtlas();
  const { writer, map } = atlas;
  const line = readLine(atlas.at.line);
  const set = (next: readonly Position[]) => atlas.choose({ line: writeLine(next) });
  useEffect(() => map?.draws((at) => atlas.choose({ line: writeLine([...readLine(atlas.at.line), at]) })), [map, atlas]);
  useEffect(() => map?.sketch(readLine(atlas.at.line), line.length > 2), [map, atlas.at.line]);
  useEffect(() => () => map?.sketch([], false), [map]);
  const last = line.at(-1);
  const before = line.at(-2);
  return (
    <>
      <p className="hint">{writer.text('measureHint')}</p>
      <p className="buttons">
        <Button className="primary" onPress={() => map && set([...line, map.middle])}>
          {writer.text('addPoint')}
        </Button>
        <Button isDisabled={line.length === 0} onPress={() => set(line.slice(0, -1))}>
          {writer.text('undoPoint')}
        </Button>
        <Button isDisabled={line.length === 0} onPress={() => set([])}>
          {writer.text('startOver')}
        </Button>
      </p>
      <dl className="measured" aria-live="polite">
        <div>
          <dt>{writer.text('distance')}</dt>
          <dd data-measured="distance">{writer.length(lengthM(line))}</dd>
        </div>
        {last && before && line.length > 2 && (
          <div>
            <dt>{writer.text('lastLeg')}</dt>
            <dd>{writer.length(distanceM(before, last))}</dd>
          </div>
        )}
        {line.length > 2 && (
          <div>
            <dt>{writer.text('area')}</dt>
            <dd data-measured="area">{writer.extent(areaM2(line))}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
