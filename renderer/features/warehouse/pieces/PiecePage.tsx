import { IconBarcode } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import { unnamePieces } from '#shared/modules/opening/rules.ts';
import { moduleOf } from '#shared/modules/registry.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { useDesk } from '#renderer/desk/desk.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { useAct } from '#renderer/desk/use-act.ts';
import { useAddressFilters } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { ActionButton } from '#renderer/ui/ActionButton.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { notify } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { RefusalView } from '#renderer/ui/RefusalView.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { StatusBadge } from '#renderer/ui/StatusBadge.tsx';
import { PageLink } from '../PageLink.tsx';
import classes from '../products/ProductPage.module.css';
import { pieceSearch } from './piece-search.ts';
import { readPiece, type PieceCase } from './read-piece.ts';

/** One piece by its serial number or VIN: where it is now, and paper by paper how it came there. */
export function PiecePage() {
  const { t } = useTranslation();
  const { book } = useDesk();
  const [{ product, serial }, change] = useAddressFilters(pieceSearch);
  const found = useLive((read) => readPiece(read, book.search, serial, product), ['piece', product, serial]);
  return (
    <StateView
      of={found}
      isEmpty={({ products }) => products.length === 0}
      empty={
        <Empty
          title={serial === '' ? t('pieces.page.noNumber') : t('pieces.page.none', { serial })}
          hint={t('pieces.page.noneHint')}
          icon={<IconBarcode size={28} stroke={1.4} aria-hidden="true" />}
        />
      }
    >
      {(value) => <Shown key={value.serial} piece={value} onProduct={(id) => change({ product: id })} />}
    </StateView>
  );
}

function Shown({ piece, onProduct }: { piece: PieceCase; onProduct: (id: string) => void }) {
  const { t } = useTranslation();
  const { actor } = useDesk();
  const { act, refusal } = useAct();
  const { serial, products, papers } = piece;
  const [first] = products;
  const naming = papers.find(({ kind, status }) => kind === 'opening' && status === 'counted');
  const mayUnname = ['manager', 'finance', 'warehouse'].some((role) => actor.roles.some((own) => own === role));
  if (products.length > 1)
    return (
      <Page title={serial} subtitle={t('pieces.page.several', { serial })}>
        <Section>
          {products.map((one) => (
            <div key={one.id}>
              <ActionButton variant="subtle" onAct={() => onProduct(one.id)}>
                {one.title}
              </ActionButton>
            </div>
          ))}
        </Section>
      </Page>
    );
  return (
    <Page
      title={t(`pieces.page.${first?.body.tracking === 'vin' ? 'vin' : 'serial'}`, { serial })}
      subtitle={first?.title}
      actions={
        naming &&
        mayUnname && (
          <ActionButton
            variant="default"
            onAct={async () => {
              if (await act(unnamePieces(naming.id))) notify.done(t('pieces.page.unnamed'));
            }}
          >
            {t('pieces.page.unname')}
          </ActionButton>
        )
      }
    >
      {refusal && <RefusalView refusal={refusal} />}
      <Section title={t('pieces.page.where')}>
        <Facts facts={whereFacts(piece, t)} />
      </Section>
      <Section title={t('pieces.page.history')} flush>
        <History papers={papers} />
      </Section>
    </Page>
  );
}

function whereFacts({ where, holders, products }: PieceCase, t: ReturnType<typeof useTranslation>['t']): Fact[] {
  const paper = (id: string) => {
    const record = holders.get(id);
    return record ? (
      <span key={id}>
        <PageLink to={pathOf(record)}>{record.no}</PageLink> {record.title}
      </span>
    ) : (
      id
    );
  };
  const facts: Fact[] = [
    ...(where?.places ?? []).map(({ name, isDamaged }) => ({
      label: t('pieces.page.place'),
      value: t(isDamaged ? 'pieces.page.damaged' : 'pieces.page.onHand', { place: name }),
    })),
    ...(where?.keptFor ?? []).map((id) => ({ label: t('pieces.page.kept'), value: paper(id) })),
    ...(where?.soldBy ?? []).map((id) => ({ label: t('pieces.page.customer'), value: paper(id) })),
  ];
  const [first] = products;
  return [
    ...(facts.length > 0 ? facts : [{ label: t('pieces.page.place'), value: t('pieces.page.unknown') }]),
    ...(first ? [{ label: t('pieces.page.product'), value: <PageLink to={pathOf(first)}>{first.title}</PageLink> }] : []),
  ];
}

function History({ papers }: { papers: readonly AnyRecord[] }) {
  const { t } = useTranslation();
  const { today } = useDesk();
  const { nameOf } = useStaff();
  const words = useWords();
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th>{t('warehouse.product.day')}</th>
          <th>{t('warehouse.product.document')}</th>
          <th>{t('warehouse.product.party')}</th>
          <th>{words.column('owner')}</th>
          <th>{words.column('status')}</th>
        </tr>
      </thead>
      <tbody>
        {papers.map((paper) => (
          <tr key={paper.id}>
            <td>
              <DayText day={paper.day} today={today} />
            </td>
            <td className={classes.no}>
              <PageLink to={pathOf(paper)}>{[words.kind(paper.kind), paper.no].filter(Boolean).join(' ')}</PageLink>
            </td>
            <td>{paper.title}</td>
            <td>{nameOf(paper.owner)}</td>
            <td>
              <StatusBadge tone={moduleOf(paper.kind)?.tones[paper.status] ?? 'neutral'} label={words.status(paper)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
