import 'maplibre-gl/dist/maplibre-gl.css';
import './styles/font.css';
import './styles/page.css';
import './styles/panel.css';
import './styles/map.css';
import './styles/side.css';
import './styles/phone.css';
import './styles/print.css';
import './styles/motion.css';
import { createRoot } from 'react-dom/client';
import * as address from './address';
import { App } from './App';
import { Atlas } from './atlas';

address.recall();
// what a browser kept of the page may be of a session that has ended since
window.addEventListener('pageshow', (event) => event.persisted && location.reload());
createRoot(document.getElementById('atlas')!).render(<App atlas={new Atlas()} />);
