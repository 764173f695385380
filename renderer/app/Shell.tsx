import { RouterProvider } from '@tanstack/react-router';
import { createContext, useContext, useState, type ReactNode } from 'react';
import type { BookPhase } from '../book/book.ts';
import { CentreBanner } from './CentreBanner.tsx';
import { DiskNotice } from './DiskNotice.tsx';
import { Palette } from './Palette.tsx';
import { PhaseBanner } from './PhaseBanner.tsx';
import { makeRouter } from './router.tsx';
import { SideNav } from './SideNav.tsx';
import classes from './Shell.module.css';
import { TopBar } from './TopBar.tsx';
import { useQuitWarning } from './use-quit-warning.ts';

export { fetchHome } from './router.tsx';

export interface ShellProps {
  phase: BookPhase;
}

const PhaseContext = createContext<BookPhase>({ phase: 'ready' });

/** Menu on the left, bar on top, the page in the rest. */
export function Shell({ phase }: ShellProps) {
  const [router] = useState(() => makeRouter(Frame));
  return (
    <PhaseContext value={phase}>
      <RouterProvider router={router} />
    </PhaseContext>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const phase = useContext(PhaseContext);
  useQuitWarning();
  return (
    <div className={classes.shell}>
      <SideNav />
      <div className={classes.right}>
        <TopBar phase={phase} />
        <PhaseBanner phase={phase} />
        <CentreBanner />
        <DiskNotice />
        <main className={classes.page}>{children}</main>
      </div>
      <Palette />
    </div>
  );
}
