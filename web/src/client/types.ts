import type { Feature, Geometry } from 'geojson';
import type { components, paths } from './schema';

/** The schemas of the API's document, by name. */
export type Schemas = components['schemas'];

/** A GET whose answer is JSON. */
type JSONGet<A> = { get: { responses: { 200: { content: { 'application/json': A } } } } };

/** The paths that can be read as JSON. */
export type Path = { [P in keyof paths]: paths[P] extends JSONGet<unknown> ? P : never }[keyof paths];

/** What a path answers. */
export type Answer<P extends Path> = paths[P] extends JSONGet<infer A> ? A : never;

/** What a path is asked: the values of its braces, and the parameters after the question mark. */
export type Question<P extends keyof paths> = paths[P] extends { get: { parameters: infer Q } } ? Pick<Q, Extract<keyof Q, 'path' | 'query'>> : never;

/** The nouns whose records are read one by one, as paths have them: in the plural. */
export type Noun = { [P in Path]: P extends `/api/v1/${infer N}/{id}` ? N : never }[Path];

/** A record of a noun. */
export type RecordOf<N extends Noun> = Answer<`/api/v1/${N}/{id}`>;

/** The nouns whose records have a place. */
export type PlacedNoun = { [N in Noun]: RecordOf<N> extends { geometry: Geometry | null } ? N : never }[Noun];

/**
 * A record as a line of an export: its id and its geometry stand where GeoJSON has them,
 * the rest are its properties.
 */
export type FeatureOf<N extends PlacedNoun> = AsFeature<RecordOf<N>>;

type AsFeature<R> = R extends { id: number; geometry: Geometry | null } ? Feature<R['geometry'], Omit<R, 'id' | 'geometry'>> & { id: number } : never;

/** The parameters an export takes. */
export type ExportQuery = NonNullable<Question<'/api/v1/export/{file}'>['query']>;
