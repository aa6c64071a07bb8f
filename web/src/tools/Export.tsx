import { layers, type Layer } from '../layers';
import { Swatch } from '../legend';
import { useAtlas } from '../useAtlas';

const formats = ['geojson', 'csv', 'xlsx', 'gpkg'] as const;

/** What the formats are called, the same in both languages. */
const formatNames: Readonly<Record<(typeof formats)[number], string>> = { geojson: 'GeoJSON', csv: 'CSV', xlsx: 'XLSX', gpkg: 'GPKG' };

/** Files of what is in view, with the filter and the day in them. */
export default function Export() {
  const { writer, at, view, unasked, scheme } = useAtlas();
  const shown = layers.filter((layer) => !unasked.has(layer.id) && view.zoom >= layer.fromZoom);
  const query = new URLSearchParams({ as_of: at.date, bbox: view.box.map((n) => n.toFixed(5)).join(',') });
  const link = (layer: Layer, format: (typeof formats)[number]) => `/api/v1/export/${layer.id}.${format}?${query.toString()}`;
  return (
    <>
      <p className="hint">{writer.text('exportHint', { date: writer.date(at.date) })}</p>
      {shown.length === 0 && <p>{writer.text('exportNothing')}</p>}
      <ul className="exports">
        {shown.map((layer) => (
          <li key={layer.id} data-export={layer.id}>
            <span className="name">
              <Swatch layer={layer.id} palette={scheme.palette} />
              {writer.text(layer.title)}
            </span>
            <span className="formats">
              {formats.map((format) => (
                <a key={format} href={link(layer, format)} download aria-label={writer.text('exportOf', { layer: writer.text(layer.title), format: formatNames[format] })}>
                  {formatNames[format]}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
