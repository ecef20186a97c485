/* A button as all parts of an assessment have it. */

import type { ComponentChildren } from 'preact';

interface Props {
  /** for tests */
  act?: string;
  icon?: string;
  onClick: () => void;
  children: ComponentChildren;
}

export function Button({ act, icon, onClick, children }: Props) {
  return (
    <button type="button" class="lb-btn" data-act={act} onClick={onClick}>
      {icon && <i class={`lb-i lb-i--${icon}`} aria-hidden="true" />}{children}
    </button>
  );
}
