import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { prepareStore } from '../book/start-store.ts';
import { loadLanguage } from '../ui/i18n.ts';
import { App } from './App.tsx';
import { computerLanguage } from './language.ts';
import { askDesk } from './use-boot.ts';

// The page's policy forbids generated code; without this zod would try it.
z.config({ jitless: true });

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
// What does not need each other is waited for together.
prepareStore();
const desk = askDesk();
await loadLanguage(computerLanguage());
createRoot(root).render(
  <StrictMode>
    <App desk={desk} />
  </StrictMode>,
);
