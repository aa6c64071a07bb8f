import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Atlas } from './atlas';

createRoot(document.getElementById('atlas')!).render(<App atlas={new Atlas()} />);
