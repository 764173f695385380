import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import classes from './pickups.module.css';

/** A photo kept by the host, by its hash. */
export function KeptPhoto({ hash, label }: { hash: string; label: string }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const [shown, setShown] = useState<{ url: string; type: string } | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let url = '';
    let stale = false;
    const fetchPhoto = async () => {
      const found = await host.call('files.get', { hash }).catch(() => null);
      if (stale) return;
      if (found === null) {
        setLost(true);
        return;
      }
      url = URL.createObjectURL(new Blob([new Uint8Array(found.content)], { type: found.type }));
      setShown({ url, type: found.type });
    };
    void fetchPhoto();
    return () => {
      stale = true;
      if (url !== '') URL.revokeObjectURL(url);
    };
  }, [host, hash]);
  if (lost) return <p className={classes.note}>{t('counter.pickup.photoLost')}</p>;
  if (shown === null) return null;
  return (
    <a href={shown.url} target="_blank" rel="noreferrer" className={classes.photo}>
      {shown.type.startsWith('image/') ? <img src={shown.url} alt={label} /> : label}
    </a>
  );
}
