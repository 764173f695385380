import { Checkbox, SegmentedControl, Textarea } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { useWords } from '#renderer/desk/words.ts';
import { EntryGrid, type EntryColumn } from '#renderer/ui/EntryGrid.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import type { DocumentRecord } from '#shared/documents/record.ts';
import type { Acceptance } from '#shared/modules/acceptance/module.ts';
import { reportAcceptance, signAcceptance } from '#shared/modules/acceptance/rules.ts';
import type { WorkOrder } from '#shared/modules/workorder/module.ts';
import { ActDialog } from '../ActDialog.tsx';
import { keepSigned, SignedFields, type Signed } from '../SignedFields.tsx';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import classes from './performance.module.css';

const outcomes = ['passed', 'conditional', 'failed'] as const;

interface Item {
  key: string;
  item: string;
  standard: string;
  found: string;
  passed: boolean;
}

const newItem = (): Item => ({ key: crypto.randomUUID(), item: '', standard: '', found: '', passed: true });

/** 验收报告: what was looked at, what was found, whether it passes (AFS-06). */
export function AcceptanceDialog({ job, onClose }: { job: DocumentRecord<WorkOrder>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host } = useDesk();
  const [items, setItems] = useState<readonly Item[]>(() => [newItem()]);
  const [findings, setFindings] = useState('');
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>('passed');
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  const columns = useMemo<readonly EntryColumn<Item>[]>(() => {
    const text = (key: 'item' | 'standard' | 'found', width: number): EntryColumn<Item> => ({
      kind: 'text',
      key,
      header: t(`documents.lines.acceptance.${key}`),
      width,
      grow: true,
      get: (line) => line[key],
      set: (line, value) => ({ ...line, [key]: value }),
    });
    return [
      text('item', 150),
      text('standard', 130),
      text('found', 130),
      {
        kind: 'computed',
        key: 'passed',
        header: t('documents.lines.acceptance.passed'),
        width: 60,
        render: (line) => (
          <Checkbox
            className={classes.passed}
            size="xs"
            aria-label={t('contracts.acceptance.passedOf', { item: line.item })}
            checked={line.passed}
            onChange={(event) => {
              const passed = event.currentTarget.checked;
              setItems((all) => all.map((one) => (one.key === line.key ? { ...one, passed } : one)));
            }}
          />
        ),
      },
    ];
  }, [t]);
  const filled = items.filter(({ item }) => item.trim() !== '').map(({ key: _key, ...item }) => item);
  return (
    <ActDialog
      title={t('contracts.acceptance.title', { no: job.no })}
      commit={t('contracts.acceptance.commit')}
      decide={async () => reportAcceptance(job.id, { items: filled, findings, outcome, photo: await keepPhoto(host, photos) })}
      done={words.event('acceptance', 'committed')}
      onClose={onClose}
      size={720}
    >
      <EntryGrid
        label={words.field('acceptance', 'items')}
        columns={columns}
        lines={items}
        onLines={setItems}
        newLine={newItem}
        lineKey={({ key }) => key}
      />
      <SegmentedControl
        aria-label={words.field('acceptance', 'outcome')}
        data={outcomes.map((value) => ({ value, label: words.value('outcome', value) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <Textarea
        label={words.field('acceptance', 'findings')}
        value={findings}
        maxLength={1000}
        minRows={2}
        autosize
        required={outcome !== 'passed'}
        onChange={(event) => setFindings(event.currentTarget.value)}
      />
      <PhotoInput label={words.field('acceptance', 'photo')} photos={photos} onChange={setPhotos} most={1} />
    </ActDialog>
  );
}

/** The customer signs the report; a refused job is open again. */
export function SignAcceptanceDialog({ report, onClose }: { report: DocumentRecord<Acceptance>; onClose: () => void }) {
  const { t } = useTranslation();
  const words = useWords();
  const { host, today } = useDesk();
  const [signed, setSigned] = useState<Signed>({ name: '', day: today, photos: [] });
  return (
    <ActDialog
      title={`${words.step('acceptance', 'signed')} ${report.no}`}
      commit={words.step('acceptance', 'signed')}
      decide={async () => signAcceptance(report.id, await keepSigned(host, signed))}
      done={words.event('acceptance', 'signed')}
      onClose={onClose}
    >
      <SignedFields
        value={signed}
        onChange={setSigned}
        labels={{ name: t('contracts.customerSign.name'), day: t('contracts.customerSign.day'), photo: t('contracts.acceptance.photo') }}
      />
    </ActDialog>
  );
}
