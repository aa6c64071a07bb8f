import { Suspense, useEffect, useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { Icon } from '../legend';
import { Card } from '../card/Card';
import { useAtlas } from '../useAtlas';
import { toolsFor } from './tools';

/** What is open beside the map: a record's card or a tool; a sheet from below on a phone. */
export function Side() {
  const atlas = useAtlas();
  const { shown, at, writer } = atlas;
  if (shown) return <Card key={at.open} shown={shown} />;
  const tool = toolsFor(atlas).find(({ id }) => id === at.open.split('/')[0]);
  if (!tool) return null;
  return (
    <SideFrame key={tool.id} name={tool.id} title={writer.text(tool.title)}>
      <tool.Content />
    </SideFrame>
  );
}

/** The frame of what is open: a title, a way out, and the content below. It takes the focus when it opens; Escape closes. */
export function SideFrame({ name, title, above, children }: { name: string; title: string; above?: ReactNode; children: ReactNode }) {
  const atlas = useAtlas();
  const { writer } = atlas;
  const frame = useRef<HTMLElement>(null);
  useEffect(() => {
    frame.current!.focus({ preventScroll: true });
    const escape = (event: KeyboardEvent) => {
      const open = document.querySelector('[role="listbox"], [role="dialog"]');
      if (event.key === 'Escape' && !event.defaultPrevented && !open) atlas.close();
    };
    document.addEventListener('keydown', escape);
    return () => document.removeEventListener('keydown', escape);
  }, []);
  return (
    <section ref={frame} className={`side side-${name}`} tabIndex={-1} aria-label={title}>
      <header>
        <div className="title">
          {above}
          <h2>{title}</h2>
        </div>
        <Button className="close" aria-label={writer.text('closeSide')} onPress={() => atlas.close()}>
          <Icon of="close" size={15} />
        </Button>
      </header>
      <div className="side-body">
        <Suspense fallback={<p className="hint">{writer.text('loading')}</p>}>{children}</Suspense>
      </div>
    </section>
  );
}
