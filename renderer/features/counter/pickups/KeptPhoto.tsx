import { useTranslation } from '#renderer/ui/i18n.ts';
import { FileComing } from '#renderer/desk/FileComing.tsx';
import { useKeptFile } from '#renderer/desk/use-kept-file.ts';
import classes from './pickups.module.css';

/** A photo kept by the host, by its hash. */
export function KeptPhoto({ hash, label }: { hash: string; label: string }) {
  const { t } = useTranslation();
  const file = useKeptFile(hash);
  if (file.state === 'failed') return <p className={classes.note}>{t('counter.pickup.photoLost')}</p>;
  if (file.state === 'coming') return <FileComing />;
  if (file.state === 'loading') return null;
  return (
    <a href={file.url} target="_blank" rel="noreferrer" className={classes.photo}>
      {file.type.startsWith('image/') ? <img src={file.url} alt={label} /> : label}
    </a>
  );
}
