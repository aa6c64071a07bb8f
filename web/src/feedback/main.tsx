import './styles.css';
import { createRoot } from 'react-dom/client';
import { Feedback } from './Feedback';

createRoot(document.getElementById('feedback')!).render(<Feedback />);
