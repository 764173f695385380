import { useTranslation } from '#renderer/ui/i18n.ts';
import { IconPlus } from '@tabler/icons-react';
import type { Choice } from './choice.ts';
import classes from './picker.module.css';
import type { Found } from './use-search.ts';

export interface ChoiceListProps<Data> {
  id: string;
  label: string;
  found: Found<Data>;
  /** Index of the highlighted row; `choices.length` is the "create new" row. */
  active: number;
  onActive: (index: number) => void;
  onPick: (choice: Choice<Data>) => void;
  /** Absent: no "create new" row. */
  onCreate?: ((text: string) => void) | undefined;
  /** A sentence above the list, e.g. that several match. */
  notice?: string | undefined;
}

export function listed<Data>(found: Found<Data>): readonly Choice<Data>[] {
  return found.state === 'found' ? found.choices : found.state === 'searching' ? found.before : [];
}

/** The rows under a picker's field. The field keeps the focus; mouse-down is prevented so that it is not lost. */
export function ChoiceList<Data>({ id, label, found, active, onActive, onPick, onCreate, notice }: ChoiceListProps<Data>) {
  const { t } = useTranslation();
  const choices = listed(found);
  const text = found.state === 'idle' ? '' : found.text.trim();
  const creates = onCreate !== undefined && text !== '';
  return (
    <div className={classes.dropdown} onMouseDown={(event) => event.preventDefault()} role="presentation">
      {notice !== undefined && <p className={classes.notice}>{notice}</p>}
      <div role="listbox" id={id} aria-label={label} className={classes.list}>
        {choices.map((choice, index) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the field has the focus and hears the keys
          <div
            key={choice.key}
            id={`${id}-${index}`}
            role="option"
            aria-selected={active === index}
            aria-disabled={choice.disabled === undefined ? undefined : true}
            className={classes.option}
            ref={active === index ? scrollIntoView : undefined}
            onMouseMove={() => onActive(index)}
            onClick={() => choice.disabled === undefined && onPick(choice)}
          >
            <div className={classes.words}>
              <span className={classes.label}>{choice.label}</span>
              {choice.detail !== undefined && choice.detail !== '' && <span className={classes.detail}>{choice.detail}</span>}
            </div>
            {choice.disabled !== undefined ? (
              <span className={classes.why}>{choice.disabled}</span>
            ) : (
              choice.figure !== undefined && <span className={classes.figure}>{choice.figure}</span>
            )}
          </div>
        ))}
        {creates && (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- as above
          <div
            id={`${id}-${choices.length}`}
            role="option"
            aria-selected={active === choices.length}
            className={`${classes.option} ${classes.create}`}
            ref={active === choices.length ? scrollIntoView : undefined}
            onMouseMove={() => onActive(choices.length)}
            onClick={() => onCreate(text)}
          >
            <IconPlus size={14} aria-hidden="true" />
            {t('common.picker.createNew', { text })}
          </div>
        )}
      </div>
      {/* Read out as it changes; shown only where there is nothing else to see. */}
      <p className={choices.length === 0 ? classes.state : classes.unseen} role="status">
        {stateWords()}
      </p>
    </div>
  );

  function stateWords(): string {
    if (found.state === 'idle') return t('common.picker.typeToSearch');
    if (found.state === 'failed') return t('common.picker.searchFailed');
    if (found.state === 'searching') return t('common.picker.searching');
    if (choices.length > 0) return t('common.picker.count', { count: choices.length });
    return text === '' ? t('common.picker.typeToSearch') : t('common.picker.nothingFound', { text });
  }
}

function scrollIntoView(element: HTMLElement | null): void {
  // jsdom has no layout and no scrolling.
  element?.scrollIntoView?.({ block: 'nearest' });
}
