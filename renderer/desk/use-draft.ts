import { useEffect, useRef, useState } from 'react';
import { makeUlid } from '#shared/core/ulid.ts';
import { useDesk } from './desk.ts';

export interface Draft<T> {
  /** False until the kept draft, if any, has been read. */
  ready: boolean;
  value: T;
  change(next: T): void;
  /** The same, and resolves when the host has it: before another copy of it may go. */
  keep(next: T): Promise<void>;
  /** After a commit or when the user throws it away. */
  discard(initial: T): Promise<void>;
}

/** Milliseconds after the last key before the host is told. */
const PAUSE = 400;

/**
 * A form that survives a power cut: what is typed goes to the host's drafts a moment later and comes back when the form is opened again by the same person.
 * @param kind names the form, e.g. 'order'; one unfinished draft per person and kind
 * @param parse refuses drafts of another version; they are left alone
 */
export function useDraft<T>(kind: string, initial: T, parse: (body: unknown) => T | null, title: (value: T) => string): Draft<T> {
  const { host, actor } = useDesk();
  const [value, setValue] = useState(initial);
  const [ready, setReady] = useState(false);
  const id = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  useEffect(() => {
    let stale = false;
    void takeUp();
    return () => {
      stale = true;
    };

    async function takeUp(): Promise<void> {
      // A host that cannot be asked has no drafts to give; the form opens empty and the shell says what is wrong.
      const drafts = await host.call('drafts.list', undefined).catch(() => []);
      if (stale) return;
      const kept = drafts.filter((draft) => draft.kind === kind && draft.owner === actor.id).toSorted((a, b) => b.at - a.at)[0];
      const body = kept ? parse(kept.body) : null;
      if (kept && body !== null) {
        id.current = kept.id;
        setValue(body);
      }
      setReady(true);
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- read once per form and person
  }, [kind, actor.id]);

  const take = (next: T) => {
    setValue(next);
    if (id.current === '') id.current = makeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
    clearTimeout(timer.current);
  };
  const put = (next: T) => host.call('drafts.put', { id: id.current, kind, owner: actor.id, title: title(next), body: next });

  return {
    ready,
    value,
    change: (next) => {
      take(next);
      timer.current = setTimeout(() => void put(next).catch(() => undefined), PAUSE);
    },
    keep: async (next) => {
      take(next);
      await put(next);
    },
    discard: async (fresh) => {
      clearTimeout(timer.current);
      const old = id.current;
      id.current = '';
      setValue(fresh);
      if (old !== '') await host.call('drafts.remove', { id: old }).catch(() => undefined);
    },
  };
}
