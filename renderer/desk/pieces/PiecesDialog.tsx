import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconBarcode, IconX } from '@tabler/icons-react';
import { useRef, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { FormDialog } from '#renderer/ui/FormDialog.tsx';
import { addPieces, isDoubtful, type PieceProblem, type PieceRules } from './piece-list.ts';
import classes from './pieces.module.css';

export interface PiecesDialogProps extends PieceRules {
  /** What the goods are called. */
  name: string;
  value: readonly string[];
  /** How many there are to be; null while that is open. */
  wanted: number | null;
  onChange: (serials: string[]) => void;
  onClose: () => void;
}

/** The numbers of the pieces of one line: scanned one by one, typed, pasted as a list, or chosen among those on hand. */
export function PiecesDialog({ name, value, wanted, onChange, onClose, ...rules }: PiecesDialogProps) {
  const { t } = useTranslation();
  const [list, setList] = useState<readonly string[]>(value);
  const [text, setText] = useState('');
  const [problems, setProblems] = useState<readonly PieceProblem[]>([]);
  const input = useRef<HTMLInputElement>(null);
  const { tracking, among } = rules;

  const add = (typed: string): readonly string[] => {
    const added = addPieces(list, typed, rules);
    setList(added.list);
    setProblems(added.problems);
    setText(added.problems.length === 1 && added.problems[0] ? added.problems[0].serial : '');
    input.current?.select();
    return added.problems.length === 0 ? added.list : [];
  };
  const remove = (serial: string) => {
    setProblems([]);
    setList(list.filter((one) => one !== serial));
    input.current?.focus();
  };
  const commit = () => {
    // A number that was typed and not sent off is meant too.
    const whole = text.trim() === '' ? list : add(text);
    if (text.trim() !== '' && whole.length === 0) return;
    onChange([...whole]);
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || text.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    add(text);
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[\n\t,;，；、]/.test(pasted.trim())) return;
    event.preventDefault();
    add(pasted);
  };
  const rest = among?.filter((serial) => !list.includes(serial)) ?? [];
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={t(`pieces.title.${tracking === 'vin' ? 'vin' : 'serial'}`, { name })}
      commit={t('pieces.done')}
      onCommit={commit}
      foot={<span className={classes.count}>{count(t('pieces.named', { count: list.length }), wanted)}</span>}
    >
      <TextInput
        ref={input}
        label={t(`pieces.scan.${tracking === 'vin' ? 'vin' : 'serial'}`)}
        description={t(among ? 'pieces.chooseHint' : 'pieces.pasteHint')}
        leftSection={<IconBarcode size={16} stroke={1.6} aria-hidden="true" />}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        data-autofocus
      />
      <div role="status">
        {problems.map((problem) => (
          <p key={`${problem.code}-${problem.serial}`} className={classes.problem}>
            {t(`pieces.problems.${problem.code}`, { ...problem })}
          </p>
        ))}
      </div>
      {list.length > 0 && (
        <ol className={classes.list} aria-label={t('pieces.list')}>
          {list.map((serial, index) => (
            <li key={serial} className={classes.piece}>
              <span className={classes.index}>{index + 1}</span>
              <span className={classes.serial}>{serial}</span>
              {isDoubtful(tracking, serial) && (
                <span className={classes.doubt}>
                  <IconAlertTriangle size={14} stroke={1.8} aria-hidden="true" />
                  {t('pieces.checkDigit')}
                </span>
              )}
              <ActionIcon size="sm" aria-label={t('pieces.remove', { serial })} onClick={() => remove(serial)}>
                <IconX size={14} aria-hidden="true" />
              </ActionIcon>
            </li>
          ))}
        </ol>
      )}
      {rest.length > 0 && (
        <div className={classes.among} role="group" aria-label={t('pieces.onHand')}>
          <span className={classes.dim}>{t('pieces.onHand')}</span>
          {rest.slice(0, SHOWN).map((serial) => (
            <Button key={serial} size="compact-xs" variant="default" onClick={() => add(serial)}>
              {serial}
            </Button>
          ))}
          {rest.length > SHOWN && <span className={classes.dim}>{t('pieces.more', { count: rest.length - SHOWN })}</span>}
        </div>
      )}
    </FormDialog>
  );
}

/** More than that is looked for by scanning. */
const SHOWN = 60;

function count(named: string, wanted: number | null): string {
  return wanted === null ? named : `${named} / ${wanted}`;
}
