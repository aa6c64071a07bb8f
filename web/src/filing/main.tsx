import '../styles/font.css';
import '../styles/page.css';
import './styles/frame.css';
import './styles/form.css';
import './styles/table.css';
import './styles/steps.css';
import './styles/duties.css';
import './styles/phone.css';
import '../styles/motion.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

createRoot(document.getElementById('filings')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
