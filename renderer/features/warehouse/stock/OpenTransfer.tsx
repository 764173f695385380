import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** `/stock/transfer`: an address without parameters that opens the stock with the transfer form, for the palette. */
export function OpenTransfer() {
  const navigate = useNavigate();
  useEffect(() => {
    void navigate({ to: '/stock' as never, search: { transfer: 'new' } as never, replace: true });
  }, [navigate]);
  return null;
}
