import { createContext, useContext } from 'react';
import type { Session } from '../session';
import type { Codes, Desk, Filing } from './desk';

/** Who looks, and what they may do. The register decides; this says what to offer. */
export class Who {
  constructor(readonly session: Session) {}

  /** Whether filings are anything to them. */
  get reads(): boolean {
    return this.session.signed_in && this.has('filer', 'signer', 'auditor', 'officer', 'admin');
  }

  get department(): boolean {
    return this.has('officer', 'admin');
  }

  get filer(): boolean {
    return this.has('filer') || this.department;
  }

  /** Whether they mend a filing: their organization's, or the department's own. */
  mends(f: Filing): boolean {
    return this.department ? f.organization === '' : this.has('filer') && this.session.organization === f.organization;
  }

  signs(f: Filing): boolean {
    return this.has('signer') && this.session.organization === f.organization;
  }

  private has(...roles: Session['roles'][number][]): boolean {
    return roles.some((role) => this.session.roles.includes(role));
  }
}

/** What every page works with. */
export interface Office {
  desk: Desk;
  who: Who;
  /** The names of organizations by their codes. */
  organizations: ReadonlyMap<string, string>;
  /** The code lists, by name. */
  codes: Codes;
}

export const OfficeContext = createContext<Office | null>(null);

export function useOffice(): Office {
  const office = useContext(OfficeContext);
  if (!office) throw new Error('no office around');
  return office;
}
