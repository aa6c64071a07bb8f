import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type * as Plots from '@observablehq/plot';
import { useWords } from '../words';

/** Draws a chart of a width, in pixels. What is named by Plot's ariaLabel is what can be pointed at. */
export type Draw = (plot: typeof Plots, width: number) => HTMLElement | SVGSVGElement;

interface Props {
  /** What the chart shows, in a sentence: the drawing is a picture to who cannot see it, and the table beside it is not. */
  label: string;
  draw: Draw;
  /** What is pointed at here or elsewhere, by name, and hears of it. */
  focus?: string | null;
  point?: (key: string | null) => void;
  /** Hears what is clicked. */
  choose?: (key: string) => void;
}

/** A chart as wide as there is room for. What draws it is loaded with the first one. */
export function Chart({ label, draw, focus = null, point, choose }: Props) {
  const words = useWords();
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [plot, setPlot] = useState<typeof Plots | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let current = true;
    import('@observablehq/plot').then(
      (loaded) => current && setPlot(loaded),
      () => current && setFailed(true),
    );
    const seen = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    seen.observe(frame.current!);
    return () => {
      current = false;
      seen.disconnect();
    };
  }, []);
  useEffect(() => {
    if (!plot || width === 0) return;
    const drawn = draw(plot, width);
    const svg = drawn instanceof SVGSVGElement ? drawn : drawn.querySelector('svg')!;
    // a picture has no parts: their names would be said of nothing
    for (const part of svg.querySelectorAll<SVGElement>('[aria-label]')) {
      if (part.nodeName !== 'g') part.dataset['key'] = part.getAttribute('aria-label')!;
      part.removeAttribute('aria-label');
    }
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
    frame.current!.replaceChildren(drawn);
    frame.current!.dataset['drawn'] = '1';
  }, [plot, width, draw, label]);
  useEffect(() => {
    for (const part of frame.current!.querySelectorAll<SVGElement>('[data-key]')) part.classList.toggle('focus', part.dataset['key'] === focus);
  }, [plot, width, draw, focus]);
  const keyAt = (event: { target: EventTarget }) => (event.target as Element).closest<SVGElement>('[data-key]')?.dataset['key'] ?? null;
  const hear = point && {
    onPointerMove: (event: PointerEvent) => point(keyAt(event)),
    onPointerLeave: () => point(null),
  };
  const click = choose && {
    onClick: (event: { target: EventTarget }) => {
      const key = keyAt(event);
      if (key) choose(key);
    },
  };
  if (failed) return <p className="none">{words.w('chartFailed')}</p>;
  return <div ref={frame} className={choose ? 'chart choosing' : 'chart'} {...hear} {...click} />;
}
