import { StrictMode, type ComponentType } from 'react';
import { createRoot } from 'react-dom/client';
import { AppProviders } from '../AppProviders.tsx';
import { loadLanguage, type Language } from '../i18n.ts';
import { ChartsPart } from './ChartsPart.tsx';
import { DialogPart } from './DialogPart.tsx';
import { EntryPart } from './EntryPart.tsx';
import { FieldsPart } from './FieldsPart.tsx';
import { GatesPart } from './GatesPart.tsx';
import { HistoryPart } from './HistoryPart.tsx';
import { InputsPart } from './InputsPart.tsx';
import { PaperPart } from './PaperPart.tsx';
import { StatesPart } from './StatesPart.tsx';
import { TablePart } from './TablePart.tsx';

/** Every component to look at: `?part=table&lang=en&scheme=dark`. Not part of the product. */
const parts: Record<string, ComponentType> = {
  fields: FieldsPart,
  inputs: InputsPart,
  table: TablePart,
  entry: EntryPart,
  gates: GatesPart,
  history: HistoryPart,
  paper: PaperPart,
  charts: ChartsPart,
  dialog: DialogPart,
  states: StatesPart,
};

const query = new URLSearchParams(location.search);
const Part = parts[query.get('part') ?? ''] ?? Index;
const language: Language = query.get('lang') === 'en' ? 'en' : 'zh-CN';

function Index() {
  return (
    <ul>
      {Object.keys(parts).map((part) => (
        <li key={part}>
          <a href={`?part=${part}`}>{part}</a>
        </li>
      ))}
    </ul>
  );
}

const root = document.getElementById('root');
if (root !== null) {
  await loadLanguage(language);
  createRoot(root).render(
    <StrictMode>
      <AppProviders language={language} colorScheme={query.get('scheme') === 'dark' ? 'dark' : 'light'}>
        <main style={{ height: '100%' }}>
          <Part />
        </main>
      </AppProviders>
    </StrictMode>,
  );
}
