import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { loadLanguage } from '../ui/i18n.ts';
import { App } from './App.tsx';
import { computerLanguage } from './language.ts';

// The page's policy forbids generated code; without this zod would try it.
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
await loadLanguage(computerLanguage());
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
