/** Put into the program's page when something is to be written in it. */
import { takeOrder } from '#shared/modules/order/rules.ts';
import { ordersOf } from '../../page/an-order.ts';

const acts = {
  /** Takes an order of twenty lines; gives its id. */
  order: async (): Promise<string> => {
    const book = window.tools.book();
    const { inputAt, actor } = await ordersOf(book);
    const taken = await book.run(actor, takeOrder(inputAt(0)));
    if (!taken.ok) throw new Error(`the order was refused: ${JSON.stringify(taken.refusal)}`);
    return taken.value.answer.order;
  },
  /** Milliseconds from an order being acknowledged until the tile that begins with `label` has another figure on the screen. */
  orderSeen: async (label: string): Promise<number> => {
    const book = window.tools.book();
    const { inputAt, actor } = await ordersOf(book);
    const seen = whenTileChanges(label);
    const taken = await book.run(actor, takeOrder(inputAt(0)));
    const acknowledged = performance.now();
    if (!taken.ok) throw new Error(`the order was refused: ${JSON.stringify(taken.refusal)}`);
    return Math.max(0, (await seen) - acknowledged);
  },
};

/** Time of the page at which the tile has another figure, painted. */
function whenTileChanges(label: string): Promise<number> {
  const before = tileText(label);
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (tileText(label) === before) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

function tileText(label: string): string {
  return [...document.querySelectorAll('button')].map(({ textContent }) => textContent ?? '').find((text) => text.startsWith(label)) ?? '';
}

declare global {
  interface Window {
    acts: typeof acts;
  }
}

window.acts = acts;
