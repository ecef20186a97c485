/* Texts while they are being written: a field shows what somebody writes in it until it is left, whatever else changes. */

import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';
import { whenReleased } from '../pressing.ts';
import { usePlan } from './view.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * @param stored - what stands there in the document
 * @param keep - keeps what is written
 */
export function useWriting(stored: string, keep: (value: string) => void) {
  const { host } = usePlan();
  const [draft, setDraft] = useState<{ before: string; value: string } | null>(null);
  return {
    isOpen: draft !== null,
    /** what stood there when somebody came to the field */
    before: draft ? draft.before : stored,
    value: draft ? draft.value : stored,
    handlers: {
      onFocus: () => setDraft((open) => open ?? { before: stored, value: stored }),
      onInput: ({ currentTarget }: TargetedEvent<Field>) => {
        const { value } = currentTarget;
        setDraft((open) => open && { ...open, value });
        keep(value);
      },
      onBlur: ({ currentTarget }: TargetedEvent<Field>) => {
        const leave = () => {
          host.flush();
          if (document.activeElement !== currentTarget) setDraft(null);
        };
        setTimeout(() => whenReleased(leave)); // the focus is on its way
      },
    },
  };
}
