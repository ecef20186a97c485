/* A part of the result, under a heading. */

import type { ComponentChildren } from 'preact';

interface Props {
  title: string;
  /** beside the title */
  note?: string;
  /** for tests and styles */
  name: string;
  children: ComponentChildren;
}

export function Section({ title, note, name, children }: Props) {
  return (
    <section class={`lb-result__${name}`}>
      <h2 class="lb-sec">{title}{note && <span class="lb-sec__n">{note}</span>}</h2>
      {children}
    </section>
  );
}
