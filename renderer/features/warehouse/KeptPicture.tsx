import { Button, Modal } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useDesk } from '#renderer/desk/desk.ts';
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
  const { host } = useDesk();
  const [shown, setShown] = useState<{ url: string; pdf: boolean } | 'failed' | null>(null);
  useEffect(() => {
    let url = '';
    let left = false;
    void (async () => {
      const file = await host.call('files.get', { hash }).catch(() => null);
      if (left) return;
      if (!file) return setShown('failed');
      url = URL.createObjectURL(new Blob([new Uint8Array(file.content)], { type: file.type }));
      setShown({ url, pdf: file.type === 'application/pdf' });
    })();
    return () => {
      left = true;
      if (url !== '') URL.revokeObjectURL(url);
    };
  }, [host, hash]);
  if (shown === null) return <p role="status">{t('common.loading')}</p>;
  if (shown === 'failed') return <p role="alert">{t('warehouse.page.copyFailed')}</p>;
  return shown.pdf ? (
    // oxlint-disable-next-line react/iframe-missing-sandbox -- the PDF viewer does not start in a sandbox; the bytes are our own host's
    <iframe className={classes.pdf} src={shown.url} title={alt} />
  ) : (
    <img className={classes.picture} src={shown.url} alt={alt} />
  );
}
