import { useEffect, useRef } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { Atlas } from './atlas';
import { Notices } from './Notices';
import { picturedLand, placeOf } from './opening';
import { Attribution } from './panel/Ground';
import { Panel } from './panel/Panel';
import { PrintSheet } from './tools/PrintSheet';
import { SearchBox } from './search/SearchBox';
import { Side } from './side/Side';
import { AtlasContext, useAtlas } from './useAtlas';

/** The page: a panel, the map, and what is open beside it. */
export function App({ atlas }: { atlas: Atlas }) {
  return (
    <AtlasContext value={atlas}>
      <Frame />
    </AtlasContext>
  );
}

function Frame() {
  const atlas = useAtlas();
  const { writer } = atlas;
  useEffect(() => {
    document.documentElement.lang = writer.language;
    document.title = writer.text('title');
  }, [writer]);
  return (
    <I18nProvider locale={writer.language === 'vi' ? 'vi-VN' : 'en-GB'}>
      <a className="skip" href="#map-region" onClick={(event) => skip(event, atlas)}>
        {writer.text('skipToMap')}
      </a>
      <div className="page" aria-busy={atlas.busy || undefined}>
        <Panel />
        <main>
          <div className="progress" aria-hidden="true" />
          <MapRegion />
          <SearchBox />
          <Notices />
          <Attribution />
        </main>
        <Side />
      </div>
      <PrintSheet />
    </I18nProvider>
  );
}

/** The link's address is the state of the page, so that the jump is made by hand. */
function skip(event: { preventDefault: () => void }, atlas: Atlas): void {
  event.preventDefault();
  atlas.map?.view.getCanvas().focus();
}

/** Where the map is drawn; MapLibre fills it. */
function MapRegion() {
  const atlas = useAtlas();
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const picture = picturedLand();
    picture?.into(container.current!);
    picture?.show(placeOf(location.hash));
    const open = async () => {
      const [{ MapView }, beginning] = await Promise.all([import('./map'), atlas.begin()]);
      atlas.attach(await MapView.open(container.current!, beginning));
    };
    open().catch((error: unknown) => {
      console.error(error);
      atlas.withoutMap();
    });
    // the map is made once, for as long as the page is there
  }, []);
  return <div ref={container} className="map" />;
}
