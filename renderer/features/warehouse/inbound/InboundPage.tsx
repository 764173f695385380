import { useTranslation } from '#renderer/ui/i18n.ts';
import { lineAmount } from '#shared/core/money.ts';
import { mayAct, untyped } from '#shared/documents/act.ts';
import type { DocumentRecord } from '#shared/documents/record.ts';
import { readAs } from '#shared/documents/step.ts';
import { inbound, type Inbound } from '#shared/modules/inbound/module.ts';
import { reverseInbound } from '#shared/modules/inbound/rules.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { LinkedPapers } from '#renderer/desk/LinkedPapers.tsx';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressPart } from '#renderer/desk/use-address.ts';
import { useTimeline } from '#renderer/desk/use-timeline.ts';
import { useWords } from '#renderer/desk/words.ts';
import { VerdictNotice } from '#renderer/desk/verdicts/VerdictNotice.tsx';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { askReason } from '#renderer/ui/ask.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts } from '#renderer/ui/Facts.tsx';
import { Money } from '#renderer/ui/Money.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Quantity } from '#renderer/ui/Quantity.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { Timeline } from '#renderer/ui/Timeline.tsx';
import classes from '../dispatch/DispatchPage.module.css';
import { KeptPicture } from '../KeptPicture.tsx';
import { PageLink } from '../PageLink.tsx';
import { PaperList } from '../PaperList.tsx';

interface Entry {
  slip: DocumentRecord<Inbound>;
  location: string;
}

/** One stock entry; taken back by somebody else than who made it. */
export function InboundPage() {
  const { t } = useTranslation();
  const id = useAddressPart('id');
  const found = useLive(
    async (read): Promise<Entry | null> => {
      const slip = await readAs(read, inbound, id);
      return slip && { slip, location: (await read.get(slip.body.location))?.title ?? '' };
    },
    ['inbound', id],
  );
  return (
    <StateView of={found} isEmpty={(value) => value === null} empty={<Empty title={t('warehouse.inbound.missing')} />}>
      {(value) => value && <Shown key={value.slip.id} {...value} />}
    </StateView>
  );
}

function Shown({ slip, location }: Entry) {
  const { t } = useTranslation();
  const { actor, print } = useDesk();
  const words = useWords();
  const { act, refusal } = useAct();
  const record = untyped(slip);
  const timeline = useTimeline(record);
  const { body } = slip;
  const allowed = mayAct(inbound, slip, 'reversed', actor);
  const reverse = async () => {
    const reason = await askReason({
      title: t('warehouse.inbound.reverseTitle', { no: slip.no }),
      message: t('warehouse.inbound.reverseText'),
      confirm: t('warehouse.inbound.reverse'),
      danger: true,
    });
    if (reason !== null) await act(reverseInbound(slip.id, reason));
  };
  const isOwn = !allowed.ok && allowed.refusal.code === 'MustBeAnother';
  return (
    <Page
      title={words.value('type', body.type)}
      subtitle={[slip.no, body.from].filter(Boolean).join(' · ')}
      badges={<StatusBadge tone={inbound.tones[slip.status] ?? 'neutral'} label={words.status(slip)} />}
      actions={
        <>
          {(allowed.ok || isOwn) && (
            <ActionButton variant="default" color="red" onAct={reverse} blocked={isOwn ? t('warehouse.inbound.reverseOther') : undefined}>
              {t('warehouse.inbound.reverse')}
            </ActionButton>
          )}
          <ActionButton variant="default" shortcut="mod+p" onAct={() => print(record, 'inbound-slip')}>
            {t('warehouse.page.print')}
          </ActionButton>
        </>
      }
    >
      <VerdictNotice id={record.id} />
      {refusal && <RefusalView refusal={refusal} />}
      <div className={classes.columns}>
        <div>
          <Section title={t('warehouse.inbound.lines')} flush>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{t('warehouse.inbound.product')}</th>
                  <th className={classes.right}>{t('warehouse.inbound.quantity')}</th>
                  <th className={classes.right}>{t('warehouse.inbound.cost')}</th>
                  <th className={classes.right}>{t('warehouse.inbound.amount')}</th>
                </tr>
              </thead>
              <tbody>
                {body.lines.map((line, index) => (
                  // oxlint-disable-next-line react/no-array-index-key -- lines of a committed paper never move
                  <tr key={index}>
                    <td>
                      <PageLink to={`/products/${line.product}`}>{[line.name, line.spec].filter(Boolean).join(' ')}</PageLink>
                      <span className={classes.code}>{line.code}</span>
                    </td>
                    <td className={classes.right}>
                      <Quantity milli={line.quantity} unit={line.unit} />
                    </td>
                    <td className={classes.right}>{line.cost === 0 ? '—' : <Money fen={line.cost} />}</td>
                    <td className={classes.right}>{line.cost === 0 ? '—' : <Money fen={lineAmount(line.cost, line.quantity)} />}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Section>
          <Section title={t('warehouse.page.timeline')}>
            <Timeline entries={timeline} />
          </Section>
        </div>
        <div>
          <Section title={t('warehouse.inbound.papers')}>
            <Facts
              columns={1}
              facts={[
                { label: t('warehouse.inbound.from'), value: body.from },
                { label: t('warehouse.inbound.location'), value: location },
                { label: t('warehouse.inbound.slipNo'), value: body.slipNo },
                ...(body.type === 'finished'
                  ? [
                      {
                        label: t('warehouse.inbound.certificateNo'),
                        value: (
                          <>
                            {body.certificateNo}
                            {body.certificate !== '' && <KeptPicture hash={body.certificate} alt={t('warehouse.inbound.certificate')} />}
                          </>
                        ),
                      },
                    ]
                  : []),
                ...(body.notes === '' ? [] : [{ label: t('warehouse.inbound.notes'), value: body.notes }]),
              ]}
            />
          </Section>
          <PaperList records={[record]} />
          <LinkedPapers record={record} />
        </div>
      </div>
    </Page>
  );
}
