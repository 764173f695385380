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
import type { Role } from '#shared/policy/roles.ts';
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
        component: lazyRouteComponent(async () => ({ default: guarded(path, await load()) }), 'default'),
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

/** Loads the code of the page somebody of these posts begins on. */
export async function fetchHome(roles: readonly Role[]): Promise<void> {
  const path = homeOf(roles);
  await features
    .flatMap(({ screens }) => screens)
    .find((screen) => screen.path === path)
    ?.load();
}

/** A page of the menu is for the posts that have it there; somebody else who lands on its address goes home. */
function guarded(path: string, Screen: ComponentType): ComponentType {
  const roles = features.flatMap((feature) => feature.nav).find((item) => item.path === path)?.roles;
  if (roles === undefined) return Screen;
  return function Guarded() {
    const { holds } = useDesk();
    return holds(...roles) ? <Screen /> : <GoHome />;
  };
}

function GoHome() {
  const { actor } = useDesk();
  return <Navigate to={homeOf(actor.roles) as never} replace />;
}
