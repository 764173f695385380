import { Button, Modal } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FileComing } from './FileComing.tsx';
import { useKeptFile } from './use-kept-file.ts';
import classes from './KeptPicture.module.css';

export interface KeptPictureProps {
  /** SHA-256 of a file the host keeps; '' for none. */
  hash: string;
  alt: string;
}

/** A picture or scan that belongs to a document, opened on demand. */
export function KeptPicture({ hash, alt }: KeptPictureProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  if (hash === '') return <div className={classes.none}>{t('warehouse.page.noPicture')}</div>;
  return (
    <div>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconPhoto size={15} stroke={1.6} aria-hidden="true" />}
        onClick={() => setOpened(true)}
      >
        {t('warehouse.page.viewCopy')}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={alt} size="xl">
        <Picture hash={hash} alt={alt} />
      </Modal>
    </div>
  );
}

function Picture({ hash, alt }: KeptPictureProps) {
  const { t } = useTranslation();
  const file = useKeptFile(hash);
  switch (file.state) {
    case 'loading':
      return <p role="status">{t('common.loading')}</p>;
    case 'coming':
      return <FileComing />;
    case 'failed':
      return <p role="alert">{t('warehouse.page.copyFailed')}</p>;
    case 'ready':
      return file.type === 'application/pdf' ? (
        // oxlint-disable-next-line react/iframe-missing-sandbox -- the PDF viewer does not start in a sandbox; the bytes are our own host's
        <iframe className={classes.pdf} src={file.url} title={alt} />
      ) : (
        <img className={classes.picture} src={file.url} alt={alt} />
      );
  }
}
