import './styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';

createRoot(document.getElementById('numbers')!).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
