import type { API } from './api';
import type { TextKey } from './text';

/** One headline number of the register on a day. */
export interface Headline {
  title: TextKey;
  of: TextKey;
  part: number;
  whole: number;
  /** Percent, null without data. */
  ratio: number | null;
  /** The ratio the program computed, where nothing is published. */
  computed: number | null;
}

const sharing =
  (asset: 'site' | 'pole', title: TextKey, of: TextKey) =>
  async (api: API, date: string, signal: AbortSignal): Promise<Headline> => {
    const { numerator, denominator, ratio } = await api.get('/api/v1/indicators/sharing', { query: { asset, as_of: date } }, signal);
    return { title, of, part: numerator, whole: denominator, ratio, computed: null };
  };

const coverage =
  (service: 'mobile' | 'fibre', title: TextKey) =>
  async (api: API, date: string, signal: AbortSignal): Promise<Headline> => {
    const { published, computed } = await api.get('/api/v1/indicators/coverage', { query: { service, as_of: date } }, signal);
    return { title, of: 'ofVillages', part: published.covered, whole: published.villages, ratio: published.ratio, computed: computed.ratio };
  };

const headlines = [
  sharing('site', 'sharedSites', 'ofSites'),
  sharing('pole', 'sharedPoles', 'ofPoles'),
  coverage('mobile', 'mobileVillages'),
  coverage('fibre', 'fibreVillages'),
];

/** Asks for the headline numbers of a day. */
export function loadNumbers(api: API, date: string, signal: AbortSignal): Promise<Headline[]> {
  return Promise.all(headlines.map((load) => load(api, date, signal)));
}
