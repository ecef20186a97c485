/* What the parts of an assessment ask of the element that holds it, `lb-assess`. */

export interface Host extends HTMLElement {
  readonly data: any;
  readonly doc: any;
  readonly result: any;
  readonly seat: 'employee' | 'manager' | '';
  who: string;
  update(change: (draft: any) => void, file?: boolean): void;
  later(field: string, change: (draft: any) => void): void;
  flush(): void;
  say(text: string): void;
  focusItem(code: string): void;
}
