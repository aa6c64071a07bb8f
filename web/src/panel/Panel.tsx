import { useState } from 'react';
import { Button } from 'react-aria-components';
import { hideNote, keep, noteHidden } from '../address';
import { Icon } from '../legend';
import { languageNames } from '../text';
import { useAtlas } from '../useAtlas';
import { Account } from './Account';
import { Colouring } from './Colouring';
import { Coverage } from './Coverage';
import { Day } from './Day';
import { Ground } from './Ground';
import { InView } from './InView';
import { LayerList } from './LayerList';
import { Numbers } from './Numbers';
import { ThemeSwitch } from './ThemeSwitch';
import { Tools } from './Tools';

/**
 * What stands beside the map, below it on a phone: name, language, account,
 * tools, day, numbers, layers, and what is in view.
 */
export function Panel() {
  const atlas = useAtlas();
  const { writer } = atlas;
  const [expanded, expand] = useState(false);
  return (
    <aside className={expanded ? 'panel expanded' : 'panel'} aria-label={writer.text('panelLabel')}>
      <header>
        <button
          type="button"
          className="more"
          aria-controls="panel-body"
          aria-expanded={expanded}
          aria-label={writer.text(expanded ? 'closePanel' : 'openPanel')}
          onClick={() => expand(!expanded)}
        />
        <div className="brand">
          <h1>{writer.text('title')}</h1>
          <p className="badge" hidden={!atlas.sample} title={writer.text('sampleHint')}>
            {writer.text('sample')}
          </p>
        </div>
        <div className="switches">
          <ThemeSwitch />
          <div className="languages" role="group" aria-label={writer.text('language')}>
            {(['vi', 'en'] as const).map((language) => (
              <button
                key={language}
                type="button"
                lang={language}
                aria-label={languageNames[language]}
                aria-pressed={writer.language === language}
                onClick={() => atlas.choose({ language })}
              >
                {language.toUpperCase()}
              </button>
            ))}
          </div>
        </div>
        <p className="subtitle">{writer.text('subtitle')}</p>
        <Account />
      </header>
      <div className="body" id="panel-body" tabIndex={-1}>
        <CoarseNote />
        <Tools chosen={() => expand(false)} />
        <Day />
        <section aria-labelledby="numbers-title">
          <h2 id="numbers-title">{writer.text('numbers')}</h2>
          <Numbers />
          <a className="onward" href="/numbers">
            {writer.text('allNumbers')}
          </a>
        </section>
        <section aria-labelledby="layers-title">
          <h2 id="layers-title">{writer.text('layers')}</h2>
          <Colouring />
          <LayerList />
          <Ground />
        </section>
        <section aria-labelledby="coverage-title">
          <h2 id="coverage-title">{writer.text('coverage')}</h2>
          <Coverage />
        </section>
        <section aria-labelledby="in-view-title">
          <h2 id="in-view-title">{writer.text('inView')}</h2>
          <p className="hint">{writer.text('inViewHint')}</p>
          <InView opened={() => expand(false)} />
        </section>
      </div>
    </aside>
  );
}

/** Says what the reader is not shown, unless they put that away. */
function CoarseNote() {
  const { writer, reach } = useAtlas();
  const [hidden, hide] = useState(noteHidden);
  if ((reach !== 'some' && reach !== 'public') || hidden) return null;
  const away = () => {
    hideNote();
    hide(true);
    document.getElementById('panel-body')!.focus();
  };
  return (
    <div className="note" role="note">
      <p>
        {writer.text(reach === 'some' ? 'someNote' : 'publicNote')}{' '}
        {reach === 'public' && (
          <a className="link" href={`/sign-in?lang=${writer.language}`} onClick={keep}>
            {writer.text('signInForMore')}
          </a>
        )}
      </p>
      <Button className="close" aria-label={writer.text('hideNote')} onPress={away}>
        <Icon of="close" size={14} />
      </Button>
    </div>
  );
}
