// @ts-check
/* Around the forms of a plan: what it is for and how far it is, its phases, what is missing before signing, the exports. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { plan } = levelbook;
  const { make } = levelbook.draw;

  /** @type {(name: string) => HTMLElement} - a place that is filled by its name */
  const slot = (name) => make('div', { 'data-place': name });

  /**
   * @param {any} desk
   * @param {any} phase
   * @param {number} number
   * @returns {any[]} the head of a phase
   */
  function phaseHead(desk, phase, number) {
    const when = desk.months(phase.months);
    const steps = phase.steps.length && make('ol', { class: 'lb-steplist' }, phase.steps.map((/** @type {string} */ one) => make('li', {}, [one])));
    return [make('h2', { class: 'lb-sec', id: `plan-phase-${phase.id}` }, [
      make('span', {}, [make('span', { class: 'lb-no lb-num' }, [String(number)]), phase.name]), when && make('span', { class: 'lb-sec__n' }, [when])]), steps];
  }

  /**
   * The page's places, which are filled later.
   * @param {any} element
   * @returns {Node[]}
   */
  function frame(element) {
    const { desk, stations } = element;
    const { data, word } = desk;
    const head = make('h2', { class: 'lb-sec' }, [word('title'), data.plan.name !== word('title') && make('span', { class: 'lb-sec__n' }, [data.plan.name]),
      data.plan.href && make('a', { class: 'lb-sec__more', href: data.plan.href }, [word('blank')])]);
    const sections = stations.map((/** @type {any} */ one, /** @type {number} */ at) => make('section', { class: 'lb-plan__phase' }, [
      ...(one.phase ? phaseHead(desk, one.phase, at + 1) : stations.length > 1 ? [make('h2', { class: 'lb-sec' }, [word('forms')])] : []),
      ...one.entries.flatMap((/** @type {any} */ entry) => [slot(`ready-${entry.id}`), slot(`form-${entry.id}`)]),
    ]));
    return [head, slot('facts'), slot('summary'), ...sections, slot('left'), slot('calendar'), exports(word)];
  }

  /**
   * @param {any} desk
   * @returns {any[]} for paper: what it is about, on which wording, and who the two are
   */
  function facts({ data, doc, word }) {
    const told = [data.title, doc.name, data.release && word('release', { release: data.release })].filter(Boolean);
    const asked = plan.leaves(data.plan.forms.flatMap((/** @type {any} */ one) => one.fields)).map((/** @type {any} */ one) => one.name);
    const manager = plan.text((doc.manager || {}).name);
    const lines = [[word('paper_name'), ''], [word('paper_manager'), manager]];
    const who = lines.filter(([name]) => !asked.includes(name)) // the forms may ask for them
      .map(([name, said]) => make('span', {}, [name, said && make('b', {}, [said])]));
    const note = make('p', { class: 'lb-note lb-print' }, [told.join('\u3000')]);
    return who.length ? [note, make('p', { class: 'lb-print lb-plan__who' }, who)] : [note];
  }

  /**
   * @param {(key: string) => string} word
   * @returns {HTMLElement}
   */
  function exports(word) {
    const button = (/** @type {string} */ what, /** @type {string} */ key, /** @type {string} */ icon) => make('button', { type: 'button', class: 'lb-btn', 'data-do': what },
      [icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' }), word(key)]);
    return make('section', { class: 'lb-noprint' }, [make('h2', { class: 'lb-sec', id: 'plan-save' }, [word('save')]),
      make('p', { class: 'lb-note' }, [word('save_say')]),
      make('p', { class: 'lb-result__next' }, [button('print', 'print', 'print'), button('file', 'save_file', 'down'), button('xlsx', 'save_xlsx', 'down'), button('csv', 'save_csv', 'down')])]);
  }

  /**
   * @param {any} desk
   * @param {any[]} stations
   * @returns {any[]} what the plan is for, in figures and by name
   */
  function summary(desk, stations) {
    const { word } = desk;
    const tiles = plan.figures(desk, stations).map((/** @type {any} */ one) => make('div', {}, [make('dt', {}, [make('a', { href: one.href }, [one.name])]),
      make('dd', {}, [make('b', { class: 'lb-num' }, [String(one.n)]), one.of === null ? ` ${one.unit}` : ` / ${one.of} ${one.unit}`])]));
    return [make('dl', { class: 'lb-sumline lb-plan__sum lb-noprint' }, tiles), ...points(desk), ...chooser(desk, stations)];
  }

  /**
   * @param {any} desk
   * @param {any} item
   * @returns {string} where it stands and where it should be: 3 → 5
   */
  function way({ data, doc, own, word }, item) {
    const found = own.get(item.code);
    if (!found || found.state !== 'scored') return '';
    if (item.kind === 'condition') return word(found.reached ? 'met' : 'not_met');
    const short = found.gap && found.gap.startsWith('-') && !(doc.blind && !doc.finished);
    return [found.points, ...(short ? [item.standard] : [])].map((one) => levelbook.view.valuer(data)(item, one)).join(' → ');
  }

  /**
   * @param {any} desk
   * @returns {any[]} the chosen points
   */
  function points(desk) {
    const { data, doc, own, word } = desk;
    const chosen = plan.picked(data, doc);
    if (!chosen.length) {
      const rated = [...own.values()].some((/** @type {any} */ one) => one.state === 'scored');
      const [text, link, href] = rated ? ['empty_pick', 'to_result', '#result'] : ['empty_rated', 'to_check', '#check'];
      return data.pick || !rated ? [make('p', { class: 'lb-empty' }, [word(text, { n: data.pick || '' }), make('a', { href }, [word(link)])])] : [];
    }
    const list = chosen.map((/** @type {any} */ item) => {
      const said = way(desk, item);
      return make('li', {}, [make('a', { href: `#q-${item.code}` }, [item.name]), said && make('span', { class: 'lb-num' }, [said])]);
    });
    return [make('div', { class: 'lb-plan__points' }, [make('b', {}, [word('for')]), make('ul', { class: 'lb-plain' }, list)])];
  }

  /**
   * @param {any} desk
   * @param {any[]} stations
   * @returns {any[]} where to choose the points: in the form that asks for them, else here
   */
  function chooser(desk, stations) {
    const { data, word } = desk;
    const items = data.items.filter((/** @type {any} */ one) => plan.canChoose(desk, one));
    if (!items.length) return [];
    const asks = stations.flatMap((one) => one.entries).find((/** @type {any} */ one) =>
      plan.kindOf(one.form) === 'items' && plan.leaves(one.form.fields).some((/** @type {any} */ field) => plan.inputOf(field) === 'pick'));
    const name = plan.picked(data, desk.doc).length ? word('choose_again') : word('choose_from', { n: data.pick });
    if (asks) return [make('p', { class: 'lb-noprint lb-plan__choose' }, [make('a', { href: `#${asks.id}` }, [name])])];
    const list = items.map((/** @type {any} */ item) => make('li', {}, [make('label', {}, [plan.pickBox(desk, item), make('span', {}, [item.name]),
      make('small', { class: 'lb-num' }, [way(desk, item)])])]));
    return [make('details', { class: 'lb-more lb-choose lb-noprint lb-plan__choose', 'data-hints': 'points' }, [
      make('summary', {}, [name]), make('fieldset', {}, [make('legend', {}, [word('choose_from', { n: data.pick })]), make('ul', { class: 'lb-plain' }, list)])])];
  }

  /**
   * @param {any} desk
   * @param {any[]} signings
   * @returns {any[]} what is missing before it is signed
   */
  function ready({ word }, signings) {
    return signings.map(({ name, lacks }) => make('div', { class: `lb-plan__ready lb-noprint${lacks.length ? '' : ' is-ready'}` }, lacks.length
      ? [make('p', {}, [word('before', { name })]), make('ul', {}, lacks.map((/** @type {any} */ one) => make('li', {}, [make('a', { href: one.href }, [one.text])])))]
      : [make('p', {}, [word('ready', { name })])]));
  }

  /**
   * What was once written into forms and columns that the handbook no longer has: kept, and shown.
   * @param {any} desk
   * @returns {any[]}
   */
  function left({ data, doc, word }) {
    const found = plan.leftovers(data, doc);
    if (!found.length) return [];
    return [make('section', {}, [make('h2', { class: 'lb-sec' }, [word('left')]), make('p', { class: 'lb-note' }, [word('left_say')]),
      make('dl', { class: 'lb-plan__left' }, found.flatMap((/** @type {any} */ { name, text }) => [make('dt', {}, [name]), make('dd', {}, [text])]))])];
  }

  /**
   * Hands the plan over: on paper, as a file, as tables, as a calendar.
   * @param {any} element
   * @param {string} what
   */
  function hand(element, what) {
    const { host, desk } = element;
    if (what === 'print') return window.print();
    if (what === 'file') return host.saveFile();
    if (what === 'ics') {
      const all = plan.cycles(desk);
      const cycle = all.find((/** @type {any} */ one) => one.key === element.cycle) || all[0] || null;
      const file = new Blob([plan.calendarFile(desk, cycle, element.without)], { type: 'text/calendar' });
      return levelbook.download(levelbook.store.fileName(host.doc, 'ics'), file);
    }
    return levelbook.sheet.hand(host.data, host.doc, what);
  }

  Object.assign(plan, { frame, facts, summary, ready, left, hand });
})();
