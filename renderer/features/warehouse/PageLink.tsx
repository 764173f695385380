import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useGo } from '#renderer/desk/use-address.ts';

export interface PageLinkProps {
  to: string;
  children: ReactNode;
}

/** A word that opens another page of the desk. */
export function PageLink({ to, children }: PageLinkProps) {
  const go = useGo();
  return (
    <Anchor component="button" type="button" size="sm" onClick={() => go(to)} style={{ textAlign: 'left' }}>
      {children}
    </Anchor>
  );
}
