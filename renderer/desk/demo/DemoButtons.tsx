import { useState } from 'react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { Host } from '#shared/host/contract.ts';
import { problemText } from '../../book/problem-text.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { makeDemo } from './make-demo.ts';

export interface DemoButtonsProps {
  host: Host;
  language: 'zh-CN' | 'en';
}

/** One click to a full demo book; the page starts again inside it. */
export function DemoButtons({ host, language }: DemoButtonsProps) {
  const { t } = useTranslation();
  const [made, setMade] = useState<number | null>(null);
  const [problem, setProblem] = useState('');

  const make = async (size: 'small' | 'large') => {
    setMade(0);
    setProblem('');
    try {
      await makeDemo(host, language, size, setMade);
      location.assign('#/');
      location.reload();
    } catch (failure) {
      setMade(null);
      setProblem(problemText(failure));
    }
  };

  return (
    <div>
      <ActionButton variant="default" onAct={() => make('small')}>
        {t('shell.firstRun.demoSmall')}
      </ActionButton>{' '}
      <ActionButton variant="default" onAct={() => make('large')}>
        {t('shell.firstRun.demoLarge')}
      </ActionButton>
      {made !== null && <p role="status">{t('shell.firstRun.demoMaking', { done: made })}</p>}
      {problem !== '' && <p role="alert">{problem}</p>}
    </div>
  );
}
