import type { Polygon, Position } from 'geojson';
import type { Map as View } from 'maplibre-gl';
import { TerraDraw, TerraDrawPolygonMode, TerraDrawSelectMode, ValidateNotSelfIntersecting } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';

/** How many decimals of a degree are kept while drawing: a centimetre. */
const decimals = 9;

/** Draws and edits polygons on the map. */
export class Drawing {
  private readonly draw: TerraDraw;

  constructor(view: View, changed: () => void) {
    this.draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map: view, coordinatePrecision: decimals }),
      modes: [
        new TerraDrawPolygonMode({ validation: ValidateNotSelfIntersecting }),
        new TerraDrawSelectMode({ flags: { polygon: { feature: { draggable: true, coordinates: { draggable: true, deletable: true, midpoints: true } } } } }),
      ],
    });
    this.draw.start();
    this.draw.on('finish', () => {
      this.draw.setMode('select');
      changed();
    });
    this.draw.on('change', changed);
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
