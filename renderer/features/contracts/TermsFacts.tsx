import { Anchor } from '@mantine/core';
import { useLive } from '#renderer/book/use-live.ts';
import { useGo } from '#renderer/desk/use-address.ts';
import { useStaff } from '#renderer/desk/use-staff.ts';
import { useWords } from '#renderer/desk/words.ts';
import { pathOf } from '#renderer/desk/paths.ts';
import { PolicyLink } from '#renderer/desk/PolicyLink.tsx';
import { DayText } from '#renderer/ui/DayText.tsx';
import { Facts, type Fact } from '#renderer/ui/Facts.tsx';
import { useTranslation } from '#renderer/ui/i18n.ts';
import { Money } from '#renderer/ui/Money.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import type { Terms } from '#shared/modules/contract/terms.ts';

interface TermsFactsProps {
  body: Terms;
  party: string;
  owner: string;
  /** What only this kind of paper says. */
  more?: readonly Fact[];
}

const NONE: readonly Fact[] = [];

/** With whom, on which policy, delivered and paid how. */
export function TermsFacts({ body, party, owner, more = NONE }: TermsFactsProps) {
  const { t } = useTranslation();
  const words = useWords();
  const { nameOf } = useStaff();
  const go = useGo();
  const quoted = useLive(async (read) => (body.quotation === '' ? null : await read.get(body.quotation)), ['quotation', body.quotation]);
  const offer = quoted.state === 'ready' ? quoted.value : null;
  const link = (label: string, path: string) => (
    <Anchor component="button" type="button" size="sm" onClick={() => go(path)}>
      {label}
    </Anchor>
  );
  const facts: Fact[] = [
    { label: words.field('contract', 'customerName'), value: link(body.customerName, `/customers/${party}`) },
    { label: words.field('contract', 'customerType'), value: words.value('customerType', body.customerType) },
    { label: words.field('contract', 'contact'), value: [body.contact, body.phone].filter(Boolean).join(' · ') },
    { label: words.column('owner'), value: nameOf(owner) },
    { label: words.field('contract', 'policyVersion'), value: <PolicyLink body={body} /> },
    ...(offer ? [{ label: words.field('contract', 'quotation'), value: link(offer.no, pathOf(offer)) }] : []),
    { label: words.field('contract', 'productGroup'), value: body.productGroup },
    { label: words.field('contract', 'total'), value: <Money fen={body.total} symbol strong /> },
    { label: words.field('contract', 'discount'), value: <Money fen={body.discount} /> },
    { label: words.field('contract', 'deliverOn'), value: body.deliverOn === '' ? '' : <DayText day={body.deliverOn} /> },
    { label: words.field('contract', 'needsService'), value: t(body.needsService ? 'contracts.yes' : 'contracts.no') },
    { label: words.field('contract', 'deliverTo'), value: body.deliverTo, wide: true },
    { label: words.field('contract', 'payment'), value: body.payment, wide: true },
    ...more,
    ...(body.notes === '' ? [] : [{ label: words.field('contract', 'notes'), value: body.notes, wide: true }]),
  ];
  return (
    <Section>
      <Facts facts={facts} />
    </Section>
  );
}
