import type { ReactNode } from 'react';
import type { LayerID } from './layers';
import { coloursOf, type Palette } from './palette';

const shapes: Readonly<Record<LayerID, (p: Palette) => ReactNode>> = {
  sites: (p) => {
    const [a, b, c] = [...coloursOf(['a', 'b', 'c'], p).values()];
    return (
      <>
        <circle cx={4.6} cy={10.6} r={3} fill={a} />
        <circle cx={11.4} cy={10.6} r={3} fill={b} />
        <circle cx={8} cy={4.6} r={3} fill={c} />
      </>
    );
  },
  'service-points': (p) => <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill={p.servicePoint} />,
  villages: (p) => <circle cx={8} cy={8} r={4} fill={p.halo} stroke={p.village} strokeWidth={1.6} />,
  poles: (p) => <circle cx={8} cy={8} r={3} fill={p.pole} />,
  ducts: (p) => <Stroke colour={p.duct} width={3.2} />,
  manholes: (p) => <rect x={3.5} y={3.5} width={9} height={9} fill={p.halo} stroke={p.manhole} strokeWidth={2.4} />,
  cables: (p) => <Stroke colour={p.cable} width={1.8} dashes="4 2.6" />,
  trenches: (p) => <Stroke colour={p.trench} width={6} />,
  'planned-works': (p) => <Stroke colour={p.planned} width={2.6} dashes="2.4 2" />,
  streets: (p) => <Stroke colour={p.street} width={3.4} />,
  zones: (p) => <rect x={1.5} y={2.5} width={13} height={11} fill={p.zone} fillOpacity={0.14} stroke={p.zone} strokeWidth={1.6} strokeDasharray="3 1.6" />,
  units: (p) => <rect x={1.5} y={2.5} width={13} height={11} fill={p.town} stroke={p.provinceBorder} strokeWidth={1.2} />,
};

function Stroke({ colour, width, dashes = 'none' }: { colour: string; width: number; dashes?: string }) {
  return <path d="M1 8H15" stroke={colour} strokeWidth={width} strokeDasharray={dashes} fill="none" />;
}

function Picture({ children }: { children: ReactNode }) {
  return (
    <svg className="swatch" viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
      {children}
    </svg>
  );
}

/** How a layer looks on the map. */
export function Swatch({ layer, palette }: { layer: LayerID; palette: Palette }) {
  return <Picture>{shapes[layer](palette)}</Picture>;
}

/** How a site of a class looks on the map. */
export function Dot({ colour }: { colour: string }) {
  return (
    <Picture>
      <circle cx={8} cy={8} r={5} fill={colour} />
    </Picture>
  );
}

/** How an area of a class looks on the map. */
export function Patch({ colour }: { colour: string }) {
  return (
    <Picture>
      <rect x={1} y={3} width={14} height={10} rx={2} fill={colour} />
    </Picture>
  );
}

const drawings = {
  close: 'M3 3 13 13M13 3 3 13',
  calendar: 'M2 3.5h12v10.5H2ZM2 6.75h12M5 1.5v3.5M11 1.5v3.5',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3 14 14',
  measure: 'M1.5 10.5 10.5 1.5 14.5 5.5 5.5 14.5ZM5 7l1.8 1.8M7.5 4.5 8.9 5.9',
  print: 'M4 6V1.8h8V6M4 12H1.8V6h12.4v6H12M4 9.5h8v4.7H4Z',
  export: 'M8 1.8v8.4M4.6 6.9 8 10.3l3.4-3.4M2 11v3.2h12V11',
  table: 'M1.8 2.8h12.4v10.4H1.8ZM1.8 6.3h12.4M1.8 9.8h12.4M6 2.8v10.4',
  plan: 'M8 14.2V5M8 5 4.5 14.2M8 5l3.5 9.2M5.6 11h4.8M8 5a1 1 0 1 0 0-2a1 1 0 1 0 0 2M4.2 1.5a3.5 3.5 0 0 0 0 5M11.8 1.5a3.5 3.5 0 0 1 0 5',
  zones: 'M2 4.5 8 1.8l6 2.7v7L8 14.2l-6-2.7Z',
  report: 'M8 14.3s4.8-4.6 4.8-8a4.8 4.8 0 0 0-9.6 0c0 3.4 4.8 8 4.8 8M8 4v3M8 9v.4',
  queue: 'M2 8a6 6 0 0 1 10.5-4M14 8a6 6 0 0 1-10.5 4M12.5 1v3h-3M3.5 15v-3h3',
  camera: 'M1.8 4.8h3l1.2-2h4l1.2 2h3v8.6H1.8ZM8 6.4a2.6 2.6 0 1 0 0 5.2a2.6 2.6 0 1 0 0-5.2',
  feedback: 'M2 2.5h12v8.5H7.5L4.5 14v-3H2ZM5 5.5h6M5 8h4',
  theme: 'M8 2a6 6 0 1 0 0 12ZM8 2a6 6 0 1 1 0 12',
} as const;

/** A line drawing of what a button does; its name stands beside it. */
export function Icon({ of, size = 16 }: { of: keyof typeof drawings; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
      <path d={drawings[of]} fill={of === 'theme' ? undefined : 'none'} />
    </svg>
  );
}
