import { ActionIcon, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { MoneyInput } from '#renderer/ui/MoneyInput.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import { expenseCategories } from '#shared/policy/expense-standards.ts';
import { aLine, type ClaimLine } from './claim-draft.ts';
import classes from './expenses.module.css';

interface ClaimLinesProps {
  lines: readonly ClaimLine[];
  onLines: (lines: ClaimLine[]) => void;
}

/** The rows of a claim; Alt+N adds one, with the day of the row above. */
export function ClaimLines({ lines, onLines }: ClaimLinesProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { today } = useDesk();
  const [scanning, setScanning] = useState<string | null>(null);
  const change = (key: string, part: Partial<ClaimLine>) => onLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)));
  const label = (field: 'day' | 'category' | 'what' | 'vouchers' | 'amount') => t(`documents.lines.expense.${field}`);
  return (
    <>
      <div className={classes.lines} role="table" aria-label={words.field('expense', 'lines')}>
        <div className={classes.row} role="row">
          {(['day', 'category', 'what', 'amount', 'vouchers'] as const).map((field) => (
            <span key={field} role="columnheader" className={classes.head}>
              {label(field)}
            </span>
          ))}
        </div>
        {lines.map((line, index) => (
          <div key={line.key} className={classes.row} role="row">
            <DayInput
              label={label('day')}
              hideLabel
              value={line.day}
              today={today}
              latest={today}
              onChange={(day) => change(line.key, { day })}
            />
            <Select
              aria-label={label('category')}
              data={expenseCategories.map((value) => ({ value, label: words.value('category', value) }))}
              value={line.category}
              onChange={(value) => change(line.key, { category: expenseCategories.find((one) => one === value) ?? line.category })}
              allowDeselect={false}
            />
            <TextInput
              aria-label={label('what')}
              value={line.what}
              maxLength={120}
              onChange={(event) => change(line.key, { what: event.currentTarget.value })}
            />
            <MoneyInput label={label('amount')} hideLabel value={line.amount} onChange={(amount) => change(line.key, { amount })} />
            <NumberInput
              aria-label={label('vouchers')}
              value={line.vouchers}
              min={0}
              max={999}
              hideControls
              allowDecimal={false}
              onChange={(value) => change(line.key, { vouchers: typeof value === 'number' ? value : 0 })}
            />
            <span className={classes.tools}>
              <ActionIcon
                variant="subtle"
                color={line.scan === '' ? 'gray' : 'blue'}
                aria-label={t('expenses.scanOf', { index: index + 1 })}
                onClick={() => setScanning(line.key)}
              >
                <IconPaperclip size={16} stroke={1.7} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                disabled={lines.length === 1}
                aria-label={t('expenses.removeLine', { index: index + 1 })}
                onClick={() => onLines(lines.filter(({ key }) => key !== line.key))}
              >
                <IconX size={16} stroke={1.7} />
              </ActionIcon>
            </span>
          </div>
        ))}
      </div>
      <ActionButton size="xs" variant="default" shortcut="alt+n" onAct={() => onLines([...lines, aLine(lines.at(-1)?.day ?? today)])}>
        {t('expenses.addLine')}
      </ActionButton>
      {scanning !== null && <ScanDialog onScan={(scan) => change(scanning, { scan })} onClose={() => setScanning(null)} />}
    </>
  );
}

function ScanDialog({ onScan, onClose }: { onScan: (hash: string) => void; onClose: () => void }) {
  const { t } = useTranslation();
  const { host } = useDesk();
  const [photos, setPhotos] = useState<readonly Photo[]>([]);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t('expenses.scan')}
      commit={t('expenses.attach')}
      blocked={photos.length === 0 ? t('expenses.scanMissing') : undefined}
      onCommit={async () => {
        onScan(await keepPhoto(host, photos));
        onClose();
      }}
    >
      <PhotoInput label={t('expenses.scan')} photos={photos} onChange={setPhotos} most={1} />
    </FormDialog>
  );
}
