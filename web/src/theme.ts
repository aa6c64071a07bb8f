import { nightPalette, palette, type Palette } from './palette';

/** What the reader wants: the system's choice, or one of their own. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'hatangso.theme';
const dark = () => window.matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: the system's choice until the reader makes one, which is remembered. */
export class Scheme {
  private listeners = new Set<() => void>();
  theme: Theme;
  private paper = false;

  constructor() {
    this.theme = keptTheme();
    this.apply();
    dark().addEventListener('change', () => this.apply());
  }

  get night(): boolean {
    if (this.paper) return false;
    return this.theme === 'dark' || (this.theme === 'system' && dark().matches);
  }

  /** The colours of the map. */
  get palette(): Palette {
    return this.night ? nightPalette : palette;
  }

  /** Tells of changes, until the answer is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  choose(theme: Theme): void {
    this.theme = theme;
    try {
      if (theme === 'system') localStorage.removeItem(key);
      else localStorage.setItem(key, theme);
    } catch {
      // a browser may refuse storage: the choice lasts as long as the page
    }
    this.apply();
  }

  /** Paper is light, whatever the screen is. */
  print(paper: boolean): void {
    this.paper = paper;
    this.apply();
  }

  private apply(): void {
    const root = document.documentElement;
    if (this.paper) root.dataset['theme'] = 'light';
    else if (this.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = this.theme;
    for (const listener of this.listeners) listener();
  }
}

/** The reader's choice. */
export function keptTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    return 'system';
  }
}
