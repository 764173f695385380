import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '#renderer/book/use-live.ts';
import { Empty } from '#renderer/ui/Empty.tsx';
import { Page } from '#renderer/ui/Page.tsx';
import { Section } from '#renderer/ui/Section.tsx';
import { StateView } from '#renderer/ui/StateView.tsx';
import { ReleaseRow } from './ReleaseRow.tsx';
import { ReturnRow } from './ReturnRow.tsx';
import { ReviewRow } from './ReviewRow.tsx';
import { readWaiting } from './waiting.ts';

/** Everything that waits for a manager's word, with what is needed to decide it. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const waiting = useLive(readWaiting, []);
  return (
    <Page title={t('manager.approvals.title')} subtitle={t('manager.approvals.hint')}>
      <StateView
        of={waiting}
        isEmpty={({ review, release, returns }) => review.length + release.length + returns.length === 0}
        empty={<Empty title={t('manager.approvals.none')} hint={t('manager.approvals.noneHint')} />}
      >
        {({ review, release, returns }) => (
          <>
            {review.length > 0 && (
              <Section title={`${t('manager.approvals.review')} ${review.length}`} flush>
                {review.map((record) => (
                  <ReviewRow key={record.id} record={record} />
                ))}
              </Section>
            )}
            {release.length > 0 && (
              <Section title={`${t('manager.approvals.release')} ${release.length}`} flush>
                {release.map((record) => (
                  <ReleaseRow key={record.id} record={record} />
                ))}
              </Section>
            )}
            {returns.length > 0 && (
              <Section title={`${t('manager.approvals.returns')} ${returns.length}`} flush>
                {returns.map((record) => (
                  <ReturnRow key={record.id} record={record} />
                ))}
              </Section>
            )}
          </>
        )}
      </StateView>
    </Page>
  );
}
