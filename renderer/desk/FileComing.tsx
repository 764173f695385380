import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './FileComing.module.css';

/** Stands where a photo or scan will be once it has come from the desk it was taken at. */
export function FileComing() {
  const { t } = useTranslation();
  return (
    <div className={classes.coming} role="status">
      <strong>{t('sync.file.notArrived')}</strong>
      <span>{t('sync.file.notArrivedHint')}</span>
    </div>
  );
}
