import { useTranslation } from '#renderer/ui/i18n.ts';
import { useLive } from '../book/use-live.ts';
import { usePaperName } from './paper-name.ts';
import { pathOf } from './paths.ts';

/** A hyphen that does not end a line: a date stays together. */
const NO_BREAK = '\u2011';

/** The version of the sales policy a paper rests on; its number alone while the version itself is not at this desk. */
export function PolicyLink({ body }: { body: { policy: string; policyVersion: number } }) {
  const { t } = useTranslation();
  const paperName = usePaperName();
  const found = useLive(async (read) => (body.policy === '' ? null : await read.get(body.policy)), ['policy-of', body.policy]);
  if (body.policyVersion === 0) return null;
  const record = found.state === 'ready' ? found.value : null;
  return record ? (
    <a href={`#${pathOf(record)}`}>{paperName(record).replaceAll('-', NO_BREAK)}</a>
  ) : (
    t('policy.name', { version: body.policyVersion })
  );
}
