import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  Outlet,
} from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useDesk } from '../desk/desk.ts';
import { features } from './features.ts';
import { homeOf } from './home-of.ts';
import { NotFound } from './NotFound.tsx';
import { ScreenError } from './ScreenError.tsx';

/**
 * The pages of all features under one root. Addresses live behind `#`, because the page is one file in both shells.
 * @param Frame stands around every page
 */
export function makeRouter(Frame: ComponentType<{ children: React.ReactNode }>) {
  const root = createRootRoute({
    component: () => (
      <Frame>
        <Outlet />
      </Frame>
    ),
    notFoundComponent: NotFound,
    errorComponent: ScreenError,
  });
  const home = createRoute({ getParentRoute: () => root, path: '/', component: GoHome });
  const screens = features.flatMap((feature) =>
    feature.screens.map(({ path, load }) =>
      createRoute({
        getParentRoute: () => root,
        path,
        component: lazyRouteComponent(async () => ({ default: await load() }), 'default'),
        errorComponent: ScreenError,
      }),
    ),
  );
  return createRouter({
    routeTree: root.addChildren([home, ...screens]),
    history: createHashHistory(),
    defaultPreload: 'intent',
    defaultPreloadDelay: 30,
  });
}

function GoHome() {
  const { actor } = useDesk();
  return <Navigate to={homeOf(actor.roles) as never} replace />;
}
