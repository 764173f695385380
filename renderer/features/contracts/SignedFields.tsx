import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '#renderer/desk/desk.ts';
import { keepPhoto } from '#renderer/desk/keep-photo.ts';
import { DayInput } from '#renderer/ui/DayInput.tsx';
import { FormGrid } from '#renderer/ui/FormGrid.tsx';
import { PhotoInput, type Photo } from '#renderer/ui/PhotoInput.tsx';
import type { Day } from '#shared/core/calendar.ts';
import type { Host } from '#shared/host/contract.ts';

/** Who signed or was told, on which day, and the photo of it. */
export interface Signed {
  name: string;
  day: Day;
  photos: readonly Photo[];
}

/** As the rules take it; the photo goes to the host first. */
export async function keepSigned(host: Host, { name, day, photos }: Signed) {
  return { name, day, file: await keepPhoto(host, photos) };
}

interface SignedFieldsProps {
  value: Signed;
  onChange: (value: Signed) => void;
  labels: { name: string; day: string; photo: string };
  /** Between the two: what else is said of the signature. */
  children?: ReactNode;
}

export function SignedFields({ value, onChange, labels, children }: SignedFieldsProps) {
  const { today } = useDesk();
  return (
    <>
      <FormGrid>
        <TextInput
          label={labels.name}
          value={value.name}
          maxLength={60}
          required
          onChange={(event) => onChange({ ...value, name: event.currentTarget.value })}
        />
        <DayInput
          label={labels.day}
          value={value.day}
          onChange={(day) => onChange({ ...value, day })}
          today={today}
          latest={today}
          required
        />
      </FormGrid>
      {children}
      <PhotoInput label={labels.photo} photos={value.photos} onChange={(photos) => onChange({ ...value, photos })} most={1} />
    </>
  );
}
