import { useTranslation } from '#renderer/ui/i18n.ts';
import { useGo } from '../desk/use-address.ts';
import { ActionButton } from '../ui/ActionButton.tsx';
import { Empty } from '../ui/Empty.tsx';

/** An address nobody knows: a link from an older version, or a typo. */
export function NotFound() {
  const { t } = useTranslation();
  const go = useGo();
  return <Empty title={t('shell.notFound.title')} action={<ActionButton onAct={() => go('/')}>{t('shell.notFound.home')}</ActionButton>} />;
}
