/* What is written, once more for paper. */

export const Said = ({ text }: { text: string }) => <span class="lb-plan__said" aria-hidden="true">{text}</span>;
