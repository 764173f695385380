import { Button, FileButton } from '@mantine/core';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import classes from './photo/photo.module.css';
import { PhotoTile } from './photo/PhotoTile.tsx';
import { shrink, type Photo } from './photo/shrink.ts';

export type { Photo } from './photo/shrink.ts';

export interface PhotoInputProps {
  label: string;
  photos: readonly Photo[];
  onChange: (photos: readonly Photo[]) => void;
  /** Default 6. */
  most?: number;
  required?: boolean;
  error?: ReactNode;
}

/** The host takes no larger file. */
const LARGEST_MB = 20;

/** Photos and scans of a paper: chosen, dropped or pasted. Pictures are made small enough to keep for years. */
export function PhotoInput({ label, photos, onChange, most = 6, required = false, error }: PhotoInputProps) {
  const { t } = useTranslation();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [over, setOver] = useState(false);
  const [pending, setPending] = useState(false);

  const take = async (files: readonly File[]) => {
    const wrong: string[] = [];
    const taken: Photo[] = [];
    setPending(true);
    for (const file of files) {
      const { name } = file;
      if (photos.length + taken.length >= most) {
        wrong.push(t('common.photo.full', { count: most }));
        break;
      }
      if (!file.type.startsWith('image/') && file.type !== 'application/pdf') wrong.push(t('common.photo.wrongType', { name }));
      else if (file.size > LARGEST_MB * 1_000_000) wrong.push(t('common.photo.tooLarge', { name, limit: LARGEST_MB }));
      else {
        try {
          taken.push(await shrink(file));
        } catch {
          wrong.push(t('common.photo.unreadable', { name }));
        }
      }
    }
    setPending(false);
    setProblems(wrong);
    if (taken.length > 0) onChange([...photos, ...taken]);
  };
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || event.defaultPrevented) return;
    event.preventDefault();
    void take(files);
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => paste(event);
    window.addEventListener('paste', listener);
    return () => window.removeEventListener('paste', listener);
  }, []);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };

  return (
    <div className={classes.field} role="group" aria-label={label}>
      <span className={classes.label}>
        {label}
        {required && <span className={classes.required}> *</span>}
      </span>
      {photos.length > 0 && (
        <ul className={classes.tiles}>
          {photos.map((photo, index) => (
            <PhotoTile
              // oxlint-disable-next-line react/no-array-index-key -- the same picture may be there twice
              key={`${index}-${photo.name}`}
              photo={photo}
              onRemove={() => onChange(photos.filter((each) => each !== photo))}
            />
          ))}
        </ul>
      )}
      {photos.length < most && (
        <div
          className={classes.drop}
          role="presentation"
          data-over={over ? true : undefined}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={onDrop}
        >
          <FileButton multiple accept="image/*,application/pdf" onChange={(files) => void take(files)}>
            {(props) => (
              <Button {...props} size="xs" variant="default" loading={pending} leftSection={<IconCamera size={14} aria-hidden="true" />}>
                {t('common.photo.add')}
              </Button>
            )}
          </FileButton>
          <span>{t('common.photo.hint')}</span>
        </div>
      )}
      {(problems.length > 0 || error !== undefined) && (
        <div role="alert">
          {problems.map((problem) => (
            <p key={problem} className={classes.problems}>
              {problem}
            </p>
          ))}
          {error !== undefined && <p className={classes.problems}>{error}</p>}
        </div>
      )}
    </div>
  );
}
