import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { useAddressFilters, useGo } from '#renderer/desk/use-address.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { counterSearch } from './counter-search.ts';
import { MyFigures } from './MyFigures.tsx';
import { OrderBoard } from './OrderBoard.tsx';
import { readBoard } from './read-board.ts';
import { UnfinishedSales } from './UnfinishedSales.tsx';
import classes from './home.module.css';

/** Where a salesperson spends the day: a new sale, what is unfinished, and what every open order waits for. */
export function CounterPage() {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const go = useGo();
  const [{ whose }] = useAddressFilters(counterSearch);
  const board = useLive((read) => readBoard(read, whose === 'mine' ? actor.id : null), ['board', whose, actor.id]);
  return (
    <Page
      title={t('counter.home.title')}
      layout="flush"
      actions={
        <ActionButton size="md" shortcut="F2" onAct={() => go('/orders/new')}>
          {t('counter.action.new')}
        </ActionButton>
      }
    >
      <div className={classes.top}>
        <MyFigures />
        <UnfinishedSales />
      </div>
      <StateView of={board}>{(value) => <OrderBoard board={value} />}</StateView>
    </Page>
  );
}
