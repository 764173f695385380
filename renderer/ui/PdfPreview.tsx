import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { useBlobSource } from './blob-source.ts';
import type { Loadable } from './loadable.ts';
import classes from './PdfPreview.module.css';
import { StateView } from './StateView.tsx';

export interface PaperPreview {
  pdf: Uint8Array;
  pages: number;
  /** Characters that no font has. */
  missing: readonly string[];
}

export interface PdfPreviewProps {
  /** What is shown: kind and number of the paper. */
  title: string;
  paper: Loadable<PaperPreview>;
  /** Above the paper, right: printer, copies, Print. */
  actions?: ReactNode;
}

/** The paper itself, as it will be printed. Fills the room it is given. */
export function PdfPreview({ title, paper, actions }: PdfPreviewProps) {
  const { t } = useTranslation();
  const ready = paper.state === 'ready' ? paper.value : undefined;
  return (
    <div className={classes.preview}>
      <div className={classes.head}>
        <span className={classes.title}>{title}</span>
        {ready !== undefined && <span className={classes.pages}>{t('common.preview.pages', { count: ready.pages })}</span>}
        <div className={classes.actions}>{actions}</div>
      </div>
      {ready !== undefined && ready.missing.length > 0 && (
        <p className={classes.missing} role="alert">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden="true" />
          {t('common.preview.missing', { characters: ready.missing.join(' ') })}
        </p>
      )}
      <div className={classes.paper}>
        <StateView of={paper}>{({ pdf }) => <PaperFrame title={t('common.preview.frame', { title })} pdf={pdf} />}</StateView>
      </div>
    </div>
  );
}

function PaperFrame({ title, pdf }: { title: string; pdf: Uint8Array }) {
  // The viewer's own bar would offer a second way of printing that nobody counts.
  const frame = useBlobSource<HTMLIFrameElement>(pdf, 'application/pdf', '#toolbar=0&navpanes=0&view=FitH');
  // oxlint-disable-next-line react/iframe-missing-sandbox -- Chromium's PDF viewer does not run in a sandboxed frame; the bytes are our own
  return <iframe ref={frame} className={classes.frame} title={title} />;
}
