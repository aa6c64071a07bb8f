import type { Map as View } from 'maplibre-gl';

/*
 * Without a graphics card every pixel of a map is worked out by the processor, and a
 * screen full of them takes longer than a frame may. Where frames are seen to take
 * too long, the map is drawn with fewer pixels while it moves, and sharp again as
 * soon as it rests.
 */

/** Which part of the pixels a side is drawn, from where frames are quick to where they are slowest. */
const parts = [1, 1 / 2, 1 / 3] as const;

/** Frames that take longer than this are slow, in milliseconds: fewer than thirty a second. */
const slowMS = 33;

/** Frames that take less are quick: those of a screen that shows sixty a second. */
const quickMS = 20;

/** One frame counts for no longer than this: what kept it may have been something else. */
const mostMS = 80;

/** Of how many frames the pace is told. */
const enough = 4;

/** How fast a map is drawn, and how coarsely therefore while it moves. */
export class Pace {
  private took: number[] = [];
  private step = 0;
  private quick = false;

  /** Which part of its pixels a side a map that moves is drawn with. */
  get part(): number {
    return parts[this.step]!;
  }

  /** A frame of a map that moves took so long. */
  note(ms: number): void {
    this.took.push(Math.min(ms, mostMS));
    if (this.took.length < enough) return;
    const mean = this.took.reduce((sum, t) => sum + t, 0) / this.took.length;
    this.took = [];
    this.quick = mean < quickMS;
    if (mean > slowMS) this.step = Math.min(this.step + (mean > 2 * slowMS ? 2 : 1), parts.length - 1);
  }

  /** The map rests. Where frames were quick, what kept them may be gone: the next are to be finer. */
  rest(): void {
    if (this.quick) this.step = Math.max(0, this.step - 1);
    this.quick = false;
    this.took = [];
  }
}

/** Draws a map with so many pixels a side for each of the page's, or as many as the screen has. */
export function drawAt(view: View, ratio: number | null): void {
  // what setPixelRatio does, but for ending the gesture under way
  view._overridePixelRatio = ratio;
  view._resizeInternal();
  view.triggerRepaint();
}

/** Has a map be drawn with fewer pixels while it moves, where frames are slow. */
export function keepPace(view: View): void {
  const pace = new Pace();
  let drawn = 1;
  const draw = (part: number) => {
    if (part === drawn) return;
    drawn = part;
    drawAt(view, part === 1 ? null : devicePixelRatio * part);
  };
  view.on('render', () => {
    if (!view.isMoving()) return;
    const began = performance.now();
    requestAnimationFrame(() => view.isMoving() && pace.note(performance.now() - began));
  });
  // within a frame, before it is drawn
  view.on('move', () => view.isMoving() && draw(pace.part));
  view.on('moveend', () => {
    if (view.isMoving()) return;
    pace.rest();
    draw(1);
  });
}
