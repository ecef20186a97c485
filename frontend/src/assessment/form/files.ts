/* What one does with an assessment as a whole: save it to a file, open one, print, erase. Nothing is overwritten unasked. */

import { ask } from '../../lib/dialog.ts';
import { button, make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import * as documents from '../document/document.ts';
import * as library from '../storage/library.ts';
import { fileField, openFile } from '../storage/open-file.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';

export class Files {
  declare host: any;
  declare word: any;
  declare storeWord: any;
  declare said: any;

  constructor(host: any) {
    this.host = host;
    this.word = host.word;
    this.storeWord = speaker(host.data, 'store');
  }

  buttons(): HTMLElement {
    const field = fileField((files: File[]) => this.read(files[0]), { 'data-open': true });
    this.said = make('p', { class: 'lb-panel__said', role: 'status' });
    return make('div', { class: 'lb-panel__files' }, [
      make('div', { class: 'lb-panel__btns' }, [
        this.button('save_file', 'lb-i--down', () => this.host.saveFile()),
        this.button('open_file', '', () => field.click()),
        this.button('print', 'lb-i--print', () => window.print()),
      ]),
      field, this.said,
      make('p', { class: 'lb-panel__erase' }, [button(this.word('erase'), 'lb-link', () => this.erase())]),
    ]);
  }

  button(key: string, icon: string, act: () => void): HTMLElement {
    const found = button(this.word(key), 'lb-btn', act);
    if (icon) found.prepend(make('i', { class: `lb-i ${icon}`, 'aria-hidden': 'true' }));
    return found;
  }

  say(text: string) {
    if (this.said) this.said.textContent = text;
  }

  async read(file: File) {
    const { doc, said } = await openFile(this.host, this.host.data, file);
    if (doc) await this.take(doc);
    else this.say(said);
  }

  /**
   * @param doc - of a file
   */
  async take(doc: any) {
    const { host } = this;
    if (doc.target !== host.data.target) return this.say(this.word('other_target', { title: doc.title || doc.target }));
    host.flush();
    const here = store.read(doc.id).doc || (host.doc.id === doc.id ? host.doc : null);
    const chosen = !here || documents.write(here) === documents.write(doc) ? 'replace' : await this.which(here, doc);
    if (chosen === 'join') return this.join(doc);
    if (chosen !== 'replace' && chosen !== 'both') return this.say(this.storeWord('left'));
    const { seat, open } = await seats.ask(host, host.data, doc, here || undefined);
    if (!open) return this.say(this.storeWord('left'));
    const taken = library.take(doc, chosen, seat);
    host.keeper.take(taken.doc, taken.ok === true);
    if (!taken.ok) host.keeper.stuck(taken.problem);
    this.say(this.word('opened', { time: host.timeOf(doc.changed) }));
  }

  which(here: any, there: any): Promise<string> {
    const { doc } = this.host;
    const facts = { here: this.host.timeOf(here.changed), there: this.host.timeOf(there.changed) };
    const open = this.layer() && doc.id === there.id;
    const join = this.word(doc.finished ? 'known_join_plan' : 'known_join_say');
    return ask(this.host, {
      title: this.word('known'),
      text: [this.word('known_say', facts), ...(open ? [join] : [])],
      choices: [
        ...(open ? [{ key: 'join', label: this.word('known_join'), main: true }] : []),
        { key: 'both', label: this.word('known_both'), main: !open },
        { key: 'replace', label: this.word('known_replace') },
        { key: 'no', label: this.storeWord('leave'), out: true },
      ],
    });
  }

  /** what lays a second rating over this one, where the page has it */
  layer(): any {
    const result = this.host.querySelector('lb-result');
    return result && result.lay;
  }

  /**
   * @param doc - of the same assessment, filled in by somebody else
   */
  join(doc: any) {
    location.hash = '#result';
    this.host.showView('result', true);
    this.layer().take(doc);
  }

  /** Erases this assessment, after asking. */
  async erase() {
    const { host } = this;
    const answer = await ask(host, {
      title: this.word('erase_title'),
      text: [this.word('erase_say'), this.word('erase_file')],
      choices: [
        { key: 'no', label: this.word('keep'), out: true },
        { key: 'file', label: this.word('save_first') },
        { key: 'yes', label: this.word('erase_yes'), main: true },
      ],
    });
    if (answer === 'file') return host.saveFile();
    if (answer !== 'yes') return;
    host.keeper.erase();
    host.say(this.word('erased'));
  }
}
