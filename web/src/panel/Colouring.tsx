import { Choice } from '../Choice';
import { colourings, colouringTitles } from '../colouring';
import { useAtlas } from '../useAtlas';

/** What the colours of sites stand for. */
export function Colouring() {
  const atlas = useAtlas();
  const { writer } = atlas;
  const options = colourings.map((id) => [id, writer.text(colouringTitles[id])] as const);
  return <Choice label={writer.text('colourSites')} value={atlas.at.colour} options={options} choose={(colour) => atlas.choose({ colour })} />;
}
