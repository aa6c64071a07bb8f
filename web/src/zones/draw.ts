import type { Polygon, Position } from 'geojson';
import type { Map as View } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Palette } from '../palette';

/** How many decimals of a degree are kept while drawing: a centimetre. */
const decimals = 9;

type Hex = `#${string}`;

/** What is drawn looks like what other tools draw: corners are rings, and where one may be added is a dot. */
function stylesIn(palette: Palette) {
  const [own, halo] = [palette.measure as Hex, palette.halo as Hex];
  const corner = <P extends string>(part: P) => ({ [`${part}Color`]: halo, [`${part}Width`]: 5, [`${part}OutlineColor`]: own, [`${part}OutlineWidth`]: 3 });
  return {
    polygon: { fillColor: own, fillOpacity: 0.16, outlineColor: own, outlineWidth: 3, ...corner('closingPoint'), ...corner('snappingPoint'), ...corner('editedPoint'), ...corner('coordinatePoint') },
    select: {
      selectedPolygonColor: own,
      selectedPolygonFillOpacity: 0.16,
      selectedPolygonOutlineColor: own,
      selectedPolygonOutlineWidth: 3,
      ...corner('selectionPoint'),
      midPointColor: own,
      midPointWidth: 4,
      midPointOutlineColor: halo,
      midPointOutlineWidth: 2,
    },
  };
}

/** Draws and edits polygons on the map. */
export class Drawing {
  private readonly draw: TerraDraw;

  constructor(view: View, palette: Palette, changed: () => void) {
    const styles = stylesIn(palette);
    this.draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map: view, coordinatePrecision: decimals }),
      modes: [
        new TerraDrawPolygonMode({ styles: styles.polygon, validation: ValidateNotSelfIntersecting }),
        new TerraDrawSelectMode({ styles: styles.select, flags: { polygon: { feature: { draggable: true, coordinates: { draggable: true, deletable: true, midpoints: true } } } } }),
      ],
    });
    this.draw.start();
    this.draw.on('finish', (id, { action }) => {
      if (action === 'draw') {
        // its corners can be moved at once
        this.draw.setMode('select');
        this.draw.selectFeature(id);
      }
      changed();
    });
    this.draw.on('change', changed);
  }

  /** Draws in other colours. */
  paint(palette: Palette): void {
    const styles = stylesIn(palette);
    this.draw.updateModeOptions<typeof TerraDrawPolygonMode>('polygon', { styles: styles.polygon });
    this.draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { styles: styles.select });
  }

  /** Starts with nothing: the next clicks are corners. */
  begin(): void {
    this.draw.clear();
    this.draw.setMode('polygon');
  }

  /** Puts polygons on the map to be edited. */
  edit(polygons: readonly Polygon[]): void {
    this.draw.setMode('select');
    this.draw.clear();
    const ids = this.draw.addFeatures(polygons.map((geometry) => ({ type: 'Feature', geometry: rounded(geometry), properties: { mode: 'polygon' } })));
    const [first] = ids;
    if (first?.valid && first.id !== undefined) this.draw.selectFeature(first.id);
  }

  /** The polygons that are closed. */
  get polygons(): Polygon[] {
    if (this.draw.getModeState() === 'drawing') return [];
    return this.draw.getSnapshot().flatMap(({ geometry, properties }) => (geometry.type === 'Polygon' && properties['mode'] === 'polygon' ? [geometry] : []));
  }

  end(): void {
    this.draw.stop();
  }
}

function rounded(polygon: Polygon): Polygon {
  const round = (p: Position): Position => p.slice(0, 2).map((n) => Number(n.toFixed(decimals)));
  return { ...polygon, coordinates: polygon.coordinates.map((ring) => ring.map(round)) };
}
