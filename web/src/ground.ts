import type { Atlas } from './atlas';
import type { Basemap } from './basemap';
import type { MapView } from './map';

/** The map that lies under the register's own: which there are, which is chosen, and whether it has come. */
export class Ground {
  /** Those that may lie there. */
  maps: readonly Basemap[] = [];
  /** What is known of the one that is shown: some of it has come, or nothing and it was refused. */
  private state: 'waiting' | 'there' | 'lost' = 'waiting';

  constructor(
    private readonly atlas: Atlas,
    private readonly tell: () => void,
  ) {}

  /** The one chosen, null for none. */
  get chosen(): Basemap | null {
    return this.maps.find(({ id }) => id === this.atlas.at.base) ?? null;
  }

  /** The one chosen does not come. */
  get lost(): boolean {
    return this.chosen !== null && this.state === 'lost';
  }

  /** Asks which there are. */
  async load(): Promise<void> {
    const answer = await this.atlas.api.read<{ basemaps: Basemap[] }>('/basemaps').catch(() => null);
    this.maps = answer?.basemaps ?? [];
    this.lay();
    this.tell();
  }

  /** Hears from the map whether it comes. */
  hear(map: MapView): void {
    map.onGround(
      () => this.is('there'),
      () => this.state === 'waiting' && this.is('lost'),
    );
  }

  /** Lays the one chosen under the register's own. */
  lay(): void {
    const { chosen } = this;
    const { map } = this.atlas;
    if (!map || chosen === map.ground) return;
    this.state = 'waiting';
    void map.lie(chosen);
  }

  private is(state: 'there' | 'lost'): void {
    if (this.state === state) return;
    this.state = state;
    this.atlas.map?.seeThrough(state === 'there');
    this.tell();
  }
}
