import { createContext, useContext } from 'react';
import type { Schemas } from '../client/types';
import type { Desk } from '../filing/desk';
import type { Who } from '../filing/who';
import type { Scheme } from '../theme';

export type Indicator = Schemas['PlanIndicator'];
export type Plan = Schemas['PlanPlan'];

/** What every page works with. */
export interface House {
  desk: Desk;
  who: Who;
  scheme: Scheme;
  /** The catalogue, in its order. */
  indicators: readonly Indicator[];
  plans: readonly Plan[];
  /** The names of organizations by their codes; none for who may not read them. */
  organizations: ReadonlyMap<string, string>;
  /** Reads all of this again, when a plan was loaded. */
  reload: () => void;
}

/** What an organization is called, else what is said beside its code, else the code. */
export const called = (house: House, code: string, name = '') => house.organizations.get(code) ?? (name || code);

/** Whether the reader is shown what the public is, and no more. */
export const isPublic = ({ who }: House) => who.session.sees === 'public';

export const HouseContext = createContext<House | null>(null);

export function useHouse(): House {
  const house = useContext(HouseContext);
  if (!house) throw new Error('no house around');
  return house;
}
