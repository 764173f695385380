import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from '#renderer/ui/i18n.ts';
import type { AnyRecord } from '#shared/documents/record.ts';
import type { PaperId } from '#shared/modules/paper-words.ts';
import { useDesk } from '#renderer/desk/desk.ts';

export interface PrintIconProps {
  record: AnyRecord;
  paper: PaperId;
}

/** One click opens the true preview of this paper. */
export function PrintIcon({ record, paper }: PrintIconProps) {
  const { t } = useTranslation();
  const { print } = useDesk();
  const label = `${t('common.print')} ${t(`paperWords.titles.${paper}`)} ${record.no}`;
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={() => print(record, paper)}>
        <IconPrinter size={17} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </Tooltip>
  );
}
