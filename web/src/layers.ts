import type { PlacedNoun, RecordOf } from './client/types';
import type { Label, TextKey } from './text';

/** Lets through only nouns that the API has with a place. */
type Placed<N extends PlacedNoun> = N;

export type LayerID = Placed<'units' | 'villages' | 'sites' | 'service-points' | 'poles' | 'ducts' | 'manholes' | 'cables' | 'trenches' | 'zones' | 'streets' | 'planned-works'>;

/** A field of a record as the popup shows it. */
export interface Field<Name extends string = string> {
  /** Its name in the API. */
  name: Name;
  /** What it is called, when not by its name. */
  label?: Label;
  /** The code list its values are of. */
  list?: string;
  unit?: string;
  /** Its value is the code of an organization. */
  organization?: true;
}

/** A layer of one noun. */
export interface LayerOf<ID extends LayerID> {
  /** The noun's plural, in the API and in links to the page. */
  id: ID;
  title: TextKey;
  /** One of its records. */
  one: TextKey;
  /** The zoom from which on it is drawn. */
  fromZoom: number;
  /** The public is not told where its records are, not even roughly. */
  secret?: true;
  /** Its records are shown in a tool of the same name, not on a card. */
  tool?: true;
  /** The kind of asset whose tenants the popup lists. */
  shared?: string;
  /** What the popup shows, of what the API gives. */
  fields: readonly Field<Extract<keyof RecordOf<ID>, string>>[];
}

/** One noun of the register on the map. */
export type Layer = { [ID in LayerID]: LayerOf<ID> }[LayerID];

const life = [
  { name: 'status', list: 'status' },
  { name: 'operating_from' },
  { name: 'operating_to' },
] as const;
const place = [{ name: 'commune' }, { name: 'address' }, { name: 'road' }] as const;
const owner = { name: 'owner', organization: true } as const;

/** The layers of nouns, by the names that answers of the API have for them. */
export const layerOfNoun: Readonly<Record<string, LayerID>> = {
  site: 'sites', unit: 'units', village: 'villages', service_point: 'service-points', pole: 'poles', duct: 'ducts', manhole: 'manholes', trench: 'trenches', planned_work: 'planned-works',
};

/** The layers in the order of the legend: what people come for first. */
export const layers: readonly Layer[] = [
  {
    id: 'sites',
    title: 'sites',
    one: 'site',
    fromZoom: 0,
    shared: 'site',
    fields: [
      { name: 'code' },
      owner,
      ...life,
      ...place,
      { name: 'site_kind', list: 'site_kind' },
      { name: 'host_type', list: 'host_type' },
      { name: 'power', list: 'power' },
      { name: 'transmission', list: 'transmission' },
      { name: 'sharing_since' },
      { name: 'free_slots' },
      { name: 'refusal_reason' },
      { name: 'source' },
    ],
  },
  {
    id: 'service-points',
    title: 'servicePoints',
    one: 'servicePoint',
    fromZoom: 0,
    fields: [
      { name: 'code' },
      { name: 'class', label: 'service_point_class', list: 'service_point_class' },
      owner,
      ...life,
      ...place,
      { name: 'wifi' },
      { name: 'source' },
    ],
  },
  {
    id: 'villages',
    title: 'villages',
    one: 'village',
    fromZoom: 0,
    fields: [
      { name: 'code' },
      { name: 'village_kind', list: 'village_kind' },
      { name: 'commune' },
      { name: 'population' },
      { name: 'households' },
      { name: 'grid_power' },
      { name: 'valid_from' },
      { name: 'valid_to' },
    ],
  },
  {
    id: 'poles',
    title: 'poles',
    one: 'pole',
    fromZoom: 13,
    shared: 'pole',
    fields: [
      { name: 'code' },
      owner,
      ...life,
      ...place,
      { name: 'class', label: 'pole_class', list: 'pole_class' },
      { name: 'material', label: 'pole_material', list: 'pole_material' },
      { name: 'height_m', unit: 'm' },
      { name: 'clearance_m', unit: 'm' },
      { name: 'condition', label: 'pole_condition', list: 'pole_condition' },
      { name: 'to_remove' },
      { name: 'source' },
    ],
  },
  {
    id: 'ducts',
    title: 'ducts',
    one: 'duct',
    fromZoom: 12,
    secret: true,
    shared: 'duct',
    fields: [
      { name: 'code' },
      owner,
      ...life,
      ...place,
      { name: 'length_m', unit: 'm' },
      { name: 'ducts' },
      { name: 'free_ducts' },
      { name: 'diameter_mm', unit: 'mm' },
      { name: 'material', label: 'duct_material', list: 'duct_material' },
      { name: 'depth_m', unit: 'm' },
      { name: 'source' },
    ],
  },
  {
    id: 'manholes',
    title: 'manholes',
    one: 'manhole',
    fromZoom: 14,
    shared: 'manhole',
    fields: [
      { name: 'code' },
      owner,
      ...life,
      ...place,
      { name: 'manhole_type', list: 'manhole_type' },
      { name: 'size_text' },
      { name: 'depth_m', unit: 'm' },
      { name: 'condition', label: 'pole_condition', list: 'pole_condition' },
      { name: 'source' },
    ],
  },
  {
    id: 'cables',
    title: 'cables',
    one: 'cable',
    fromZoom: 12,
    secret: true,
    fields: [
      { name: 'code' },
      owner,
      ...life,
      { name: 'laying', list: 'laying' },
      { name: 'level', label: 'cable_level', list: 'cable_level' },
      { name: 'cable_type' },
      { name: 'cables' },
      { name: 'from_text' },
      { name: 'to_text' },
      { name: 'length_m', unit: 'm' },
      { name: 'source' },
    ],
  },
  {
    id: 'trenches',
    title: 'trenches',
    one: 'trench',
    fromZoom: 12,
    secret: true,
    shared: 'trench',
    fields: [
      { name: 'code' },
      owner,
      { name: 'manager', organization: true },
      ...life,
      ...place,
      { name: 'trench_type', list: 'trench_type' },
      { name: 'sectors' },
      { name: 'length_m', unit: 'm' },
      { name: 'width_m', unit: 'm' },
      { name: 'height_m', unit: 'm' },
      { name: 'depth_m', unit: 'm' },
      { name: 'source' },
    ],
  },
  {
    id: 'planned-works',
    title: 'plannedWorks',
    one: 'plannedWork',
    fromZoom: 9,
    secret: true,
    fields: [
      { name: 'code' },
      owner,
      { name: 'work_kind', list: 'work_kind' },
      { name: 'state', list: 'work_state' },
      { name: 'starts_on' },
      { name: 'ends_on' },
      { name: 'commune' },
      { name: 'road' },
      { name: 'length_m', unit: 'm' },
      { name: 'ducts' },
      { name: 'poles' },
      { name: 'contact' },
    ],
  },
  {
    id: 'streets',
    title: 'streets',
    one: 'street',
    fromZoom: 9,
    fields: [
      { name: 'code' },
      { name: 'street_kind', list: 'street_kind' },
      { name: 'deadline' },
      { name: 'height_limit_m', unit: 'm' },
      { name: 'reach_m', unit: 'm' },
      { name: 'length_m', unit: 'm' },
      { name: 'decision_number' },
      { name: 'issuer' },
      { name: 'valid_from' },
      { name: 'valid_to' },
    ],
  },
  {
    id: 'zones',
    title: 'zones',
    one: 'zone',
    fromZoom: 0,
    tool: true,
    fields: [],
  },
  {
    id: 'units',
    title: 'units',
    one: 'unit',
    fromZoom: 0,
    fields: [
      { name: 'code' },
      { name: 'level', list: 'unit_level' },
      { name: 'area_km2', unit: 'km²' },
      { name: 'population' },
      { name: 'valid_from' },
      { name: 'valid_to' },
    ],
  },
];

const byID = new Map(layers.map((layer) => [layer.id, layer]));

export function layerOf(id: LayerID): Layer {
  return byID.get(id)!;
}
