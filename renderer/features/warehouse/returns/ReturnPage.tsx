import { IconTruckReturn } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { conditionOf, returnSlip, type Return } from '#shared/modules/return/module.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { PieceLinks } from '#renderer/desk/pieces/PieceLinks.tsx';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import classes from '../dispatch/DispatchPage.module.css';
import { PageLink } from '../PageLink.tsx';
import { SlipPage } from '../SlipPage.tsx';
import { ReturnStep } from './ReturnStep.tsx';

interface Case {
  slip: DocumentRecord<Return>;
  location: string;
}

/** One return, from the asking to the shelf. */
export function ReturnPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read): Promise<Case | null> => {
      const slip = await readAs(read, returnSlip, id);
      return slip && { slip, location: (await read.get(slip.body.location))?.title ?? '' };
    },
    ['return', id],
  );
  return (
    <StateView
      of={found}
      isEmpty={(value) => value === null}
      empty={<Empty title={t('warehouse.returns.missing')} icon={<IconTruckReturn size={28} stroke={1.4} />} />}
    >
      {(value) => value && <Shown key={value.slip.id} {...value} />}
    </StateView>
  );
}

function Shown({ slip, location }: Case) {
  const { t } = useTranslation();
  const { nameOf } = useStaff();
  const { body } = slip;
  return (
    <SlipPage
      module={returnSlip}
      slip={slip}
      title={body.customerName}
      subtitle={[slip.no, slip.day].join(' · ')}
      paper="return-slip"
      step={<ReturnStep slip={slip} location={location} />}
      lines={{
        title: t('warehouse.returns.lines'),
        table: (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('warehouse.returns.product')}</th>
                <th className={classes.right}>{t('warehouse.returns.quantity')}</th>
                <th className={classes.right}>{t('warehouse.returns.price')}</th>
                <th className={classes.right}>{t('warehouse.returns.amount')}</th>
              </tr>
            </thead>
            <tbody>
              {body.lines.map((line) => (
                <tr key={line.line}>
                  <td>
                    <PageLink to={pathOf({ kind: 'product', id: line.product })}>
                      {[line.name, line.spec].filter(Boolean).join(' ')}
                    </PageLink>
                    <span className={classes.code}>{line.code}</span>
                    <PieceLinks product={line.product} serials={line.serials} />
                  </td>
                  <td className={classes.right}>
                    <Quantity milli={line.quantity} unit={line.unit} />
                  </td>
                  <td className={classes.right}>
                    <Money fen={line.price} />
                  </td>
                  <td className={classes.right}>
                    <Money fen={-line.value} />
                  </td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <td colSpan={3}>{t('warehouse.page.total')}</td>
                <td className={classes.right}>
                  <Money fen={-body.total} symbol />
                </td>
              </tr>
            </tfoot>
          </table>
        ),
      }}
      facts={{
        title: t('warehouse.returns.facts'),
        list: [
          {
            label: t('warehouse.returns.original'),
            value: <PageLink to={pathOf({ kind: 'order', id: body.order })}>{body.orderNo}</PageLink>,
          },
          { label: t('warehouse.returns.reason'), value: body.reason },
          { label: t('warehouse.returns.condition'), value: t(`warehouse.returns.${conditionOf(slip)}`) },
          { label: t('warehouse.returns.location'), value: location },
          { label: t('warehouse.returns.asked'), value: nameOf(slip.events[0]?.by ?? '') },
          { label: t('warehouse.returns.seller'), value: nameOf(body.seller) },
        ],
      }}
    />
  );
}
