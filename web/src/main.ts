import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/font.css';
import './styles/page.css';
import './styles/opening.css';
import './styles/date.css';
import './styles/panel.css';
import './styles/map.css';
import './styles/side.css';
import './styles/phone.css';
import './styles/touch.css';
import './styles/print.css';
import './styles/motion.css';
import * as address from './address';
import { open } from './opening';

/** How long the page is left alone before its files are kept for later, in milliseconds. */
const restMS = 3000;

address.recall();
// what a browser kept of the page may be of a session that has ended since
window.addEventListener('pageshow', (event) => event.persisted && location.reload());
open();
void import('./page');

// once the page is there: what the worker keeps is for the next time
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  window.addEventListener('load', () => window.setTimeout(() => void navigator.serviceWorker.register('/sw.js').catch(console.error), restMS));
}
