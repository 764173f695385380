import { ActionIcon } from '@mantine/core';
import { IconFileTypePdf, IconX } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useBlobSource } from '../blob-source.ts';
import classes from './photo.module.css';
import type { Photo } from './shrink.ts';

/** A small picture of what was added. */
export function PhotoTile({ photo, onRemove }: { photo: Photo; onRemove?: () => void }) {
  const { t } = useTranslation();
  return (
    <li className={classes.tile}>
      {photo.type === 'application/pdf' ? (
        <span className={classes.pdf}>
          <IconFileTypePdf size={26} stroke={1.4} aria-hidden="true" />
        </span>
      ) : (
        <Picture photo={photo} />
      )}
      <span className={classes.name}>{photo.name}</span>
      {onRemove !== undefined && (
        <ActionIcon
          className={classes.remove}
          variant="filled"
          color="dark"
          radius="xl"
          size={20}
          aria-label={t('common.photo.remove', { name: photo.name })}
          onClick={onRemove}
        >
          <IconX size={12} stroke={2.4} aria-hidden="true" />
        </ActionIcon>
      )}
    </li>
  );
}

function Picture({ photo }: { photo: Photo }) {
  const image = useBlobSource<HTMLImageElement>(photo.bytes, photo.type);
  return <img ref={image} className={classes.picture} alt={photo.name} />;
}
