// Plays a year of an employee and a manager, at random, as the pages would: see test_year.py.
// Tabs 0 and 1 are the employee's, 2 and 3 the manager's, 4 is the employee's second computer. What is done goes through the same
// keeper, store and rules for files as on a page; only what somebody chooses in a dialog is chosen here.
// The ledger: `alive` of a computer holds every text and rating that was ever there. After each step each of them is found again, in
// the document, among what is put aside, or in what a tab still holds; it may go only where its owner, who saw it, wrote over it.
({ ops }) => {
  const AT = '2026-11-21T08:00:00.000Z';
  const SIDES = ['employee', 'manager'];
  const words = new Proxy({}, { has: () => true, get: (_, key) => String(key), getOwnPropertyDescriptor: (_, key) => ({ value: String(key), configurable: true, enumerable: true }) });
  const pages = window.releases.map(page => ({ ...page, words }));
  const bad = []; const files = []; const copies = []; const did = {}; let step = '';
  const fail = what => bad.push(`${step}: ${what}`);
  const hold = (fine, what) => { if (!fine) fail(what); };
  const text = value => JSON.stringify(value);
  const inOrder = (_, value) => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value);
  const sorted = value => JSON.stringify(value, inOrder);
  const textsIn = value => text(value ?? null).match(/<\w+>/g) ?? [];
  let number = 0;
  const written = new Set();
  const fresh = who => { number += 1; return `<${who[0]}${number}>`; };

  // ---- computers and their tabs: a tab sees its own writing at once, and another one's when it is told of it
  const machine = () => ({ real: new Map(), tabs: [], full: false, off: false, slow: false, release: 0, alive: new Set(), over: new Set(), leaving: new Set() });
  const machines = [machine(), machine(), machine()];
  const tabs = [[0, 'employee'], [0, 'employee'], [1, 'manager'], [1, 'manager'], [2, 'employee']].map(([at, who]) => ({ at: machines[at], who, session: new Map(), told: [] }));
  for (const tab of tabs) tab.at.tabs.push(tab);
  const storage = tab => {
    const { win, at } = tab;
    const guard = () => { if (at.off) throw new win.DOMException('off', 'SecurityError'); };
    const put = (key, value) => {
      for (const map of [at.real, tab.cache]) if (value === null) map.delete(key); else map.set(key, value);
      for (const other of at.tabs) if (other !== tab && other.win) other.told.push([key, value]);
    };
    Object.defineProperties(win.Storage.prototype, {
      length: { configurable: true, get: () => { guard(); return tab.cache.size; } },
      key: { configurable: true, value: n => [...tab.cache.keys()][n] },
      getItem: { configurable: true, value: key => { guard(); return tab.cache.get(String(key)) ?? null; } },
      removeItem: { configurable: true, value: key => { guard(); if (tab.cache.has(key)) put(key, null); } },
      setItem: { configurable: true, value: (key, value) => {
        guard();
        if (at.full) throw new win.DOMException('full', 'QuotaExceededError');
        put(String(key), String(value));
      } },
    });
    win.sessionStorage = { getItem: key => tab.session.get(key) ?? null, setItem: (key, value) => tab.session.set(key, value), removeItem: key => tab.session.delete(key) };
    let timer = 0;
    win.setTimeout = run => { timer += 1; tab.timers.set(timer, run); return timer; };
    win.clearTimeout = which => tab.timers.delete(which);
  };
  const open = tab => {
    const win = window.beside();
    Object.assign(tab, { win, cache: new Map(tab.at.real), told: [], timers: new Map(), typed: new Map(), alarmed: '', page: pages[tab.at.release] });
    storage(tab);
    tab.keeper = new win.keepers.Keeper(tab.page, { changed: () => {}, saved: () => { tab.alarmed = ''; }, trouble: ({ key }) => { tab.alarmed = key; }, gone: () => {} });
    tab.ends = [win.sync.watch(told => tab.keeper.follow(told))];
    win.ownNotes.watch(() => {});
    tab.keeper.start(tab.id ?? '');
  };
  const close = tab => {
    tab.keeper.flush(); tab.id = tab.keeper.kept ? tab.keeper.doc.id : '';
    tab.ends.forEach(end => end()); tab.win.dispatchEvent(new Event('pagehide')); tab.win.close(); tab.win = null;
  };
  /** the list of what is saved, in a tab of its own: no checklist stands on it */
  const onList = ({ at, who, keeper }, act) => {
    keeper.flush(); settle(at); // it is left for another tab, which takes longer than a tab is told
    const win = window.beside();
    const tab = { at, who, win, session: new Map(), cache: new Map(at.real), told: [], timers: new Map(), typed: new Map(), page: pages[at.release] };
    tab.keeper = { own: win.documents.blank(tab.page), failed: false, update: () => {} };
    storage(tab);
    tab.ends = [win.sync.watch(() => {})];
    at.tabs.push(tab);
    for (const { id } of win.store.list()) win.store.read(id);
    act(tab); settle(at);
    tab.ends.forEach(end => end()); win.dispatchEvent(new win.Event('pagehide')); win.close();
    at.tabs.pop();
  };
  const tell = tab => {
    const told = tab.told; tab.told = []; tab.cache = new Map(tab.at.real);
    for (const [key, newValue] of told) tab.win.dispatchEvent(new tab.win.StorageEvent('storage', { key, newValue }));
  };
  const tick = tab => { const due = [...tab.timers.values()]; tab.timers.clear(); due.forEach(run => run()); if (!tab.timers.size) tab.typed.clear(); };
  const settle = at => {
    const busy = () => at.tabs.some(({ told, timers }) => told.length || timers.size);
    let round = 0;
    for (; busy() && round < 20; round++) for (const tab of at.tabs) { tell(tab); tick(tab); }
    hold(round < 20, 'never quiet');
  };

  // ---- what is there
  const rating = (all, id, who, code, answer) => {
    if (!answer) return;
    if (answer.points) all.add(`${id} ${who} ${code} ${answer.points}`);
    if (answer.mark) all.add(`${id} ${who} ${code} mark ${answer.mark}`);
    if (answer.pick) all.add(`${id} ${who} ${code} pick`);
  };
  /** what both have chosen, and which sentences they say are not met */
  const together = (all, id, { picks = [], unmet = {} }) => {
    for (const code of picks) all.add(`${id} agreed pick ${code}`);
    for (const [code, parts] of Object.entries(unmet)) for (const part of parts) all.add(`${id} unmet ${code} ${part}`);
  };
  const collect = (all, doc) => {
    for (const found of textsIn({ ...doc, signed: [] })) all.add(`${doc.id} ${found}`);
    for (const { hash } of doc.signed) all.add(`${doc.id} signed ${hash}`);
    for (const [who, answers] of [['employee', doc.answers], ['manager', doc.manager.answers]]) for (const code of Object.keys(answers)) rating(all, doc.id, who, code, answers[code]);
    for (const [code, points] of Object.entries(doc.agreed)) if (points) all.add(`${doc.id} agreed ${code} ${points}`);
    together(all, doc.id, doc.agreement);
    for (const entry of doc.kept) {
      rating(all, doc.id, entry.who ?? 'employee', entry.code, entry.answer);
      if (entry.agreed) all.add(`${doc.id} agreed ${entry.code} ${entry.agreed}`);
      if (entry.code.startsWith('agreed.')) all.add(`${doc.id} agreed ${entry.code.slice(7)} ${entry.text}`);
    }
  };
  const storedOf = at => [...at.real].flatMap(([key, value]) => (/^levelbook\.assess\.[0-9a-f]{16}$/.test(key) ? [JSON.parse(value)] : []));
  /** all that somebody has left, key by key; not what is counted */
  const storedAt = at => Object.fromEntries([...at.real].filter(([key]) => key !== 'levelbook.backup'));
  const apart = (then, now) => [...new Set([...Object.keys(then), ...Object.keys(now)])].filter(key => then[key] !== now[key]).map(key => `${key}: ${then[key]} now ${now[key]}`).join('; ');
  const bare = at => storedOf(at).map(doc => ({ ...doc, tabs: 0, changed: 0, known: 0, result: 0 })).sort((one, other) => (one.id < other.id ? -1 : 1));
  const scan = at => {
    const all = new Set();
    if (!at.off) for (const doc of storedOf(at)) collect(all, doc);
    for (const [key, value] of at.real) if (!/assess\.[0-9a-f]{16}$|\.before\./.test(key)) for (const found of value.match(/<\w+>/g) ?? []) all.add(`note ${found}`);
    for (const { win, keeper, typed, told, timers } of at.tabs) {
      collect(all, keeper.own);
      for (const doc of win.store.unsaved.values()) collect(all, doc);
      if (at.slow && (told.length || timers.size)) for (const { id } of storedOf(at)) { const { doc } = win.store.read(id); if (doc) collect(all, doc); }
      for (const found of typed.values()) all.add(found);
    }
    if (at.slow) for (const one of at.alive) if (one.startsWith('note ')) all.add(one); // each tab knows its own, and writes them again
    return all;
  };
  const layersOf = doc => ({ employee: text([doc.answers, doc.alone, doc.handed, doc.person, doc.period, doc.named]), manager: text(doc.manager), agreed: text([doc.agreed, doc.agreement]) });
  const layers = at => new Map(storedOf(at).map(doc => [doc.id, layersOf(doc)]));
  const standing = at => { const { win } = at.tabs[0]; return text(storedOf(at).map(doc => [doc.id, win.seats.at(doc.id), win.stages.stageOf(doc)]).sort()); };
  const shown = ({ win, keeper: { doc }, page }) => sorted([
    SIDES.map(side => win.empties.asText(win.relations.layerOf({ ...doc, name: '', manager: { ...doc.manager, name: '' } }, side))), doc.agreed, doc.agreement, doc.kept.map(({ code, why }) => `${code} ${why}`).sort(), win.results.resultOf(page, doc),
  ]);
  /** after a step: gone is what its owner wrote over, may is whose layer a file was to change */
  const check = (at, before, gone = new Set(), may = []) => {
    const found = scan(at);
    for (const one of gone) at[one.includes('<') ? 'over' : 'leaving'].add(one); // no two texts are alike, and one that is typed is kept a little later
    if (at.off) return;
    for (const one of at.alive) if (!found.has(one) && !at.leaving.has(one) && !at.over.has(one)) fail(`lost ${one}`);
    at.alive = found;
    for (const one of found) if (/ (employee|manager) TAM/.test(one)) hold(written.has(one.split(' ').slice(1).join(' ')), `nobody wrote ${one}`);
    if (at.slow) return;
    if (!at.full && at.tabs.every(({ win, keeper }) => !keeper.failed && !win.store.unsaved.size)) at.leaving.clear();
    if (!before.quiet) return;
    const own = at === machines[1] ? 'manager' : 'employee';
    for (const doc of storedOf(at)) {
      hold(!textsIn(doc.answers).some(found => found[1] !== 'e') && !textsIn(doc.manager).some(found => found[1] !== 'm'), 'in a layer is what its owner did not write');
      const then = before.layers.get(doc.id); if (!then) continue;
      const now = layersOf(doc);
      for (const layer of ['employee', 'manager', 'agreed']) if (layer !== own && !may.includes(layer)) hold(now[layer] === then[layer], `changed ${layer}, by ${own}`);
    }
  };

  // ---- what people do: each returns what may go, and which layers may change that are not one's own
  const mine = tab => tab.win.answers.answersOf(tab.keeper.doc, tab.who);
  const seen = (tab, code, keep = []) => {
    const all = new Set(); const answer = mine(tab)[code];
    if (answer) { rating(all, tab.keeper.doc.id, tab.who, code, answer); for (const found of textsIn([answer.evidence, answer.na])) all.add(`${tab.keeper.doc.id} ${found}`); }
    return new Set([...all].filter(one => !keep.some(part => one.includes(part))));
  };
  const can = tab => tab.win.layers.canRate(tab.keeper.doc, tab.keeper.actor, tab.who);
  const change = (tab, code, act) => tab.keeper.update(draft => { const answer = tab.win.answers.open(draft, tab.who, tab.page, code); act(answer); tab.win.answers.stamp(answer, tab.page, code); });
  const there = (tab, code) => tab.win.answers.find(tab.page, code);
  const save = tab => { tab.keeper.flush(); const { own, actor } = tab.keeper; files.push(tab.win.documents.write({ ...own, from: actor === 'reader' ? own.from : actor })); };
  const goneWith = (all, id, question) => {
    for (const found of textsIn(question.here)) all.add(`${id} ${found}`);
    if (question.part === 'answers' || question.part === 'manager') rating(all, id, question.part === 'manager' ? 'manager' : 'employee', question.code, question.here);
    if (question.part === 'agreed') all.add(`${id} agreed ${question.code} ${question.here}`);
    if (question.part === 'agreement') together(all, id, { [question.code]: question.here });
  };
  const openFile = (tab, given, value, quiet) => {
    const { win, keeper, page } = tab; const takes = value > '2'; const gone = new Set();
    keeper.flush();
    const { doc: file, problem } = win.documents.parse(given, '手册');
    if (problem) { fail(`I10 ${text(problem)}`); return {}; }
    const stored = win.store.read(file.id).doc;
    if (!stored) {
      const back = keeper.hold(file.id); const { doc } = win.library.take(file, 'both', tab.who); keeper.use(doc.id);
      return { back, may: ['employee', 'manager', 'agreed'] };
    }
    const seat = win.seats.of(stored); hold(seat === tab.who, `I4 ${seat} sits where ${tab.who} sat`);
    const carried = doc => win.migrate.rebased(doc, page, seat);
    const [here, doc] = [carried(stored), carried(file)]; const before = text([here, doc]);
    const { kind } = win.cases.caseOf(here, doc, seat);
    did[kind] = (did[kind] ?? 0) + 1;
    if (kind === 'same' || kind === 'stale') { if (keeper.doc.id !== here.id || !keeper.kept) keeper.use(here.id); return {}; }
    if (kind === 'older' && !takes) return {};
    if (kind === 'own' && value === '6') { win.library.take({ ...doc, name: '另一份' }, 'both', seat); return {}; }
    const chosen = { replace: kind === 'own' && value === '5', other: takes ? 'file' : 'here' };
    const laid = { doc, seat, kind, chosen };
    const { questions, offered } = win.laying.laying(here, laid);
    const answers = [...questions, ...(value === '4' ? offered : [])].map(question => ({ ...question, choice: takes ? 'file' : 'here' }));
    const other = seat === 'manager' ? 'employee' : 'manager';
    const relation = win.relations.relation(here, kind === 'older' ? { ...doc, handed: { ...doc.handed, n: here.handed.n + 1 } } : doc, other);
    for (const question of answers) if (question.choice === 'file') goneWith(gone, here.id, question);
    const give = side => { const one = new Set(); for (const whole of [here, stored]) collect(one, { ...whole, signed: [], kept: [], plan: {}, agreed: {}, agreement: {}, ...(side === 'employee' ? { manager: { answers: {} } } : { answers: {}, name: '', person: '' }) }); for (const found of one) gone.add(found); };
    if (relation === 'newer' || (kind === 'own' && seat === 'manager')) give(other);
    if (chosen.replace) give(seat);
    const back = keeper.hold(here.id); if (keeper.doc.id !== here.id) keeper.use(here.id);
    keeper.update(draft => { Object.assign(draft, win.laying.laid(draft, laid, answers)); }, true);
    hold(text([here, doc]) === before, 'I5 what was given is changed');
    if (!takes && kind === 'back' && seat === 'employee' && quiet) hold(win.empties.asText(win.relations.layerOf(keeper.carried(here), 'employee')) === win.empties.asText(win.relations.layerOf(keeper.doc, 'employee')), 'I1 by a file');
    return { back, gone, may: ['employee', 'manager', 'agreed'] };
  };
  const acts = {
    rate: (tab, code, value) => {
      const known = there(tab, code); if (!known) return {};
      const gone = can(tab) ? seen(tab, code, ['<', 'mark', 'pick']) : new Set();
      if (known.kind === 'exam') { const mark = `${value}5`; gone.clear(); written.add(`${tab.who} ${code} mark ${mark}`); if (can(tab)) for (const one of seen(tab, code, ['<', 'pick'])) gone.add(one); change(tab, code, answer => { answer.mark = mark; }); return { gone }; }
      if (!tab.win.places.fits(tab.page, tab.win.places.placesOf(tab.page).get(code), value)) return {};
      written.add(`${tab.who} ${code} ${value}`);
      change(tab, code, answer => { answer.points = value; });
      return { gone };
    },
    clear: (tab, code) => { const answer = mine(tab)[code]; const gone = can(tab) ? seen(tab, code, ['<', 'mark', 'pick']) : new Set(); if (answer) tab.keeper.update(draft => { tab.win.answers.open(draft, tab.who, tab.page, code).points = null; }); return { gone }; },
    text: (tab, code) => {
      if (!there(tab, code) || !can(tab)) return {};
      const token = fresh(tab.who); const { id } = tab.keeper.doc; const field = `v-${code}`;
      const gone = new Set([...textsIn(mine(tab)[code]?.evidence)].map(found => `${id} ${found}`)); if (tab.typed.has(field)) gone.add(tab.typed.get(field));
      tab.typed.set(field, `${id} ${token}`);
      tab.keeper.later(`${tab.who}-${field}`, draft => { tab.win.answers.open(draft, tab.who, tab.page, code).evidence = token; });
      return { gone };
    },
    why: (tab, code) => {
      if (!there(tab, code) || !can(tab)) return {};
      const token = fresh(tab.who); const { id } = tab.keeper.doc;
      const gone = new Set([...textsIn(mine(tab)[code]?.na)].map(found => `${id} ${found}`));
      tab.keeper.update(draft => { tab.win.answers.open(draft, tab.who, tab.page, code).na = token; });
      return { gone };
    },
    still: tab => { const looks = tab.keeper.look.filter(({ who }) => who === tab.who); if (can(tab)) { for (const { code, points, kind } of looks) if (kind === 'replaced') for (const said of [points, 'pick']) written.add(`${tab.who} ${code} ${said}`); tab.keeper.update(draft => { for (const look of looks.filter(({ fits }) => fits !== false)) (look.kind === 'replaced' ? tab.win.changes.adopt : tab.win.changes.confirm)(draft, look, tab.page); }); } return {}; },
    mode: (tab, code, value) => { tab.keeper.update(draft => { draft.mode = value > '3' ? 'full' : 'quick'; }); return {}; },
    name: tab => {
      const token = fresh(tab.who); const { doc } = tab.keeper; const old = tab.who === 'manager' ? doc.manager.name : doc.name;
      if (!tab.keeper.kept && tab.who === 'manager') return {};
      tab.keeper.update(draft => { if (tab.who === 'manager') draft.manager.name = token; else draft.name = token; });
      return { gone: new Set(tab.keeper.actor === tab.who ? textsIn(old).map(found => `${doc.id} ${found}`) : []) };
    },
    wrong: (tab, code, value) => { // what is not one's own: nothing may come of it
      const { keeper, win, page } = tab; if (!keeper.kept) return {};
      const other = tab.who === 'manager' ? 'employee' : 'manager';
      keeper.update(draft => {
        if (there(tab, code)) win.answers.open(draft, other, page, code).points = value === '6' ? '5' : '6';
        if (keeper.actor !== 'both') Object.assign(draft.agreed, { [code]: '1' });
        if (tab.who === 'manager') draft.handed = { n: 9, at: AT }; else draft.manager.given = null;
        for (const entry of draft.kept) if ((entry.who ?? 'employee') === other && entry.answer) entry.answer = null;
      });
      return {};
    },
    hand: tab => {
      const { keeper, win } = tab; if (!keeper.kept || !keeper.seat || keeper.actor === 'both') return {};
      keeper.flush();
      if (tab.who === 'employee') { if (!keeper.doc.handed.at && win.stages.stageOf(keeper.doc) === 'self') { keeper.update(draft => { draft.handed = win.layers.handedOver(draft.handed, win.documents.now()); }); save(tab); } return {}; }
      if (keeper.doc.finished) return {};
      keeper.update(({ manager }) => { manager.given ??= win.documents.now(); manager.independent ??= true; });
      keeper.update(({ manager }) => { manager.handed = win.layers.handedOver(manager.handed, win.documents.now()); });
      save(tab); return {};
    },
    back: tab => { if (tab.who === 'employee' && tab.keeper.doc.handed.at) tab.keeper.update(draft => { draft.handed = { ...draft.handed, at: null }; }); return {}; },
    look: tab => { if (tab.who === 'manager' && tab.keeper.kept) tab.keeper.update(({ manager }) => { manager.independent = false; }); return {}; },
    both: (tab, code, value) => { const { keeper, win } = tab; keeper.flush(); if (keeper.kept && win.stages.stageOf(keeper.doc) !== 'self' && keeper.doc.manager.given) win.seats.sitTogether(keeper.doc.id, value > '1'); return {}; },
    agree: (tab, code, value) => {
      const { keeper, win, page } = tab; if (keeper.actor !== 'both' || !there(tab, code) || keeper.doc.agreement.done) return {};
      if (!win.places.fits(page, win.places.placesOf(page).get(code), value)) return {};
      const old = keeper.doc.agreed[code];
      keeper.update(draft => { draft.agreed[code] = value; draft.agreement.unmet[code] = ['TAM-PRT-01']; });
      return { may: ['agreed'], gone: new Set(old && !keeper.doc.finished ? [`${keeper.doc.id} agreed ${code} ${old}`] : []) };
    },
    over: tab => { const { keeper, win } = tab; if (keeper.actor !== 'both') return {}; keeper.update(draft => { draft.agreement.done = draft.agreement.done ? null : win.documents.now(); }); return { may: ['agreed'] }; },
    plan: (tab, code, value) => {
      const { keeper } = tab; if (!keeper.kept || keeper.seat === 'reader') return {};
      const { id } = keeper.doc; const rows = keeper.doc.plan.goals ?? []; const row = rows[Number(value) % 3];
      const token = fresh('plan');
      if (!row) { keeper.update(draft => { (draft.plan.goals ??= []).push({ '@id': `r${number}`, '@for': code, action: token }); }); return {}; }
      const field = value > '3' ? 'who' : 'action';
      const all = value === '0' ? row : row[field];
      keeper.update(draft => {
        const at = (draft.plan.goals ?? []).findIndex(one => one['@id'] === row['@id']); if (at < 0) return;
        if (value === '0') draft.plan.goals.splice(at, 1); else draft.plan.goals[at][field] = token;
      });
      return { gone: new Set(textsIn(all).map(found => `${id} ${found}`)) };
    },
    pick: (tab, code, value) => {
      const { keeper, win, page } = tab; const { doc, actor } = keeper; const side = tab.who;
      if (!keeper.kept || !there(tab, code) || !page.items.some(item => item.code === code)) return {};
      const asBoth = doc.agreement.done && actor === 'both'; if (!asBoth && !can(tab)) return {};
      const now = asBoth ? doc.agreement.picks : win.answers.picked(page, doc, side);
      if (!now.includes(code) && now.length >= page.pick) return {};
      const chosen = now.includes(code) ? now.filter(other => other !== code) : [...now, code];
      written.add(`${side} ${code} pick`);
      keeper.update(win.planEdits.choose(page, chosen, side));
      return { may: asBoth ? ['agreed'] : [], gone: new Set(now.includes(code) ? [`${doc.id} ${asBoth ? `agreed pick ${code}` : `${side} ${code} pick`}`] : []) };
    },
    alone: (tab, code, value) => {
      const { keeper, win } = tab; const { doc, own } = keeper;
      if (tab.who !== 'employee' || keeper.actor !== 'employee' || !keeper.kept || doc.finished || doc.agreement.done) return {};
      if (!doc.alone && win.stages.stageOf(doc) !== 'self') return {};
      const before = sorted(own.answers); const back = keeper.hold();
      keeper.update(draft => { draft.alone = !doc.alone; });
      did.alone = (did.alone ?? 0) + 1;
      hold(keeper.failed || keeper.doc.alone !== doc.alone, 'nobody goes on alone');
      if (value === '0') { back(); hold(keeper.failed || (keeper.doc.alone === doc.alone && sorted(keeper.own.answers) === before), 'going alone is not taken back'); }
      return {};
    },
    record: (tab, code, value) => { // what came of a measure, and what the manager says to it
      const { keeper, win, page } = tab; const [form] = page.plan.forms; const row = keeper.doc.plan.goals?.[Number(value) % 3];
      if (!keeper.kept || !keeper.seat || keeper.seat === 'reader' || !row) return {};
      const { id } = keeper.doc; const key = tab.who === 'manager' ? 'comment' : 'done'; const field = `plan-goals-${row['@id']}-${key}`;
      const token = fresh('plan'); const gone = new Set(textsIn(row[key]).map(found => `${id} ${found}`)); if (tab.typed.has(field)) gone.add(tab.typed.get(field));
      tab.typed.set(field, `${id} ${token}`);
      keeper.later(field, win.planEdits.write(page, form, row['@id'], key, token));
      return { gone };
    },
    review: (tab, code, value) => { // signed once more, or looked back on
      const { keeper, win, page } = tab; keeper.flush(); const { doc, own } = keeper; const last = win.signing.lastResult(doc.signed);
      if (!keeper.kept || keeper.seat !== tab.who || !last) return {};
      const before = text(own.signed); const plan = text(own.plan); const isReviewed = doc.signed.some(({ kind }) => kind === 'review');
      const { make } = win.asking.askLater(page, doc, last.body, last.hash, value > '2' || isReviewed ? 'review' : 'result');
      keeper.update(win.signing.sign(make('paper'), win.documents.now()));
      did.review = (did.review ?? 0) + 1;
      const { signed } = keeper.own; const added = signed.at(-1);
      hold(keeper.failed || text(signed.slice(0, -1)) === before, 'what was signed is another'); hold(text(keeper.own.plan) === plan, 'the plan is another');
      hold(keeper.failed || (win.signing.fits(added) && textsIn(own.plan).every(found => added.body.includes(found))), 'not all of the plan is signed');
      if (value === '3') { keeper.update(win.signing.unsign(added.hash)); hold(keeper.failed || text(keeper.own.signed) === before, 'the signing is not taken back'); }
      return {};
    },
    backup: tab => {
      onList(tab, ({ win, at, page }) => {
        const was = text([...at.real]); const stored = win.backups.gather();
        copies.push({ who: tab.who, text: win.backupFiles.write({ handbook: page.handbook, release: page.release, made: win.documents.now(), stored }) });
        hold(text([...at.real]) === was, 'a backup changes something');
        if (!at.off) for (const one of storedOf(at)) hold(stored[win.store.keyOf(one.id)], `not in the backup: ${one.id}`);
      });
      return {};
    },
    restore: (tab, code, value) => { // on the same computer or on another one, a new or an old one, all or only what is new
      const own = copies.filter(({ who }) => who === tab.who); if (!own.length) return {};
      const { at } = tab;
      const given = own[(code.charCodeAt(4) + Number(value)) % own.length].text;
      onList(tab, ({ win, page }) => {
        const { backups, backupContents, backupFiles } = win;
        const whole = JSON.parse(given); const part = Object.entries(whole.stored).filter(([key], nth) => nth % 2 === 0 || key.startsWith('levelbook.seat.'));
        hold(backupFiles.read(given.slice(0, -30), page).problem?.key === 'cut', 'half of a file is opened');
        const { backup, problem, odd } = backupFiles.read(value === '6' ? text({ ...whole, stored: Object.fromEntries(part) }) : given, page);
        if (!backup || problem || odd) { fail(`I10 backup ${text(problem ?? odd)}`); return; }
        const before = storedAt(at); const found = backupContents.compare(backup, backups.gather());
        hold(sorted(storedAt(at)) === sorted(before), 'I5 it was only looked at');
        const both = value > '2'; const { undo, problem: trouble } = backups.take(found, both ? () => '另一份' : null);
        const after = storedAt(at); if (!at.full) did[`restore ${trouble || (both ? 'both' : 'new')}`] = (did[`restore ${trouble || (both ? 'both' : 'new')}`] ?? 0) + 1;
        for (const key of Object.keys(before).filter(key => /assess\.[0-9a-f]{16}$/.test(key))) hold(after[key] === before[key], `written over by a backup: ${key}`);
        if (trouble) { hold(at.off || at.full, `not taken in: ${trouble}`); hold(sorted(after) === sorted(before), `half of a backup: ${trouble}`); return; }
        for (const { id, beside, fate, seat } of found.assessments) {
          const took = fate === 'new' ? id : fate === 'differs' && both ? beside : ''; if (!took) continue;
          const [there, was] = [after[win.store.keyOf(took)], backup.stored[win.store.keyOf(id)]].map(one => one && JSON.parse(one));
          const bareOf = doc => sorted({ ...doc, id: 0, name: 0, tabs: 0, changed: 0, known: 0, result: 0 });
          hold(there && bareOf(there) === bareOf(was), `not as it was: ${took}`); did[`took ${fate}`] = (did[`took ${fate}`] ?? 0) + 1;
          if (seat) hold(win.seats.at(took) === tab.who, 'I4 seat after a backup');
        }
        if (value === '1' || value === '4') { undo(); hold(sorted(storedAt(at)) === sorted(before), `the backup is not taken back: ${apart(before, storedAt(at))}`); }
      });
      return {};
    },
    wipe: (tab, code, value) => { // everything is erased here, and is back by the way back, or by a backup
      const { at, who } = tab; if (at.slow || at.full || at.off || at.tabs.some(one => one.keeper.failed || one.win.store.unsaved.size)) return {};
      for (const one of at.tabs) one.keeper.flush(); settle(at);
      const all = new Set(at.alive); const then = storedAt(at); const seats = standing(at);
      onList(tab, ({ win }) => {
        if (value < '3') copies.push({ who, text: win.backupFiles.write({ handbook: '手册', release: '', made: win.documents.now(), stored: win.backups.gather() }) });
        const undo = value === '5' ? win.backups.clear() : win.backups.erase(); settle(at);
        hold(!Object.keys(storedAt(at)).length, `not erased ${Object.keys(storedAt(at))}`);
        if (value >= '3') { undo(); settle(at); hold(sorted(storedAt(at)) === sorted(then), `what was erased is not back: ${apart(then, storedAt(at))}`); }
      });
      settle(at);
      did[value < '3' ? 'wiped' : 'wiped and back'] = (did[value < '3' ? 'wiped' : 'wiped and back'] ?? 0) + 1;
      if (value >= '3') { hold(standing(at) === seats, 'I4 seat after undoing'); return {}; }
      at.alive.clear();
      return { gone: all, wiped: true };
    },
    sign: (tab, code, value) => {
      const { keeper, win, page } = tab; if (!keeper.kept) return {};
      const way = win.signing.wayOf(keeper.doc, keeper.actor === 'both' ? 'both' : keeper.seat, keeper.actor);
      if (way !== 'one' && way !== 'both') return {};
      const before = text(keeper.own.signed); const back = keeper.hold();
      keeper.update(win.signing.sign(win.signatures.resultBody(page, keeper.doc, win.signatures.signersOf(keeper.doc, win.signing.rolesOf(keeper.doc), 'paper')), win.documents.now()));
      did.signed = (did.signed ?? 0) + 1;
      if (value === '0') { keeper.update(win.signing.unsign(keeper.doc.signed.at(-1)?.hash)); hold(keeper.failed || text(keeper.own.signed) === before, 'the signing is not taken back'); }
      return {};
    },
    next: tab => { const { keeper, win } = tab; if (tab.who !== 'employee' || !keeper.doc.finished) return {}; const { doc, problem } = win.library.take(win.documents.copy(keeper.doc, true), 'both', 'employee'); if (!problem) keeper.use(doc.id); return {}; },
    erase: tab => {
      const { keeper, at } = tab; if (!keeper.kept || at.slow || at.full || at.off || at.tabs.some(one => one.keeper.failed || one.win.store.unsaved.size)) return {};
      const { id } = keeper.doc; const then = sorted(bare(at).filter(doc => doc.id === id)); const seat = keeper.seat;
      const back = keeper.hold(); keeper.erase(); hold(!storedOf(at).some(doc => doc.id === id), 'not erased'); settle(at); back();
      hold(sorted(bare(at).filter(doc => doc.id === id)) === then, `what was erased is not back ${then} ${sorted(bare(at).filter(doc => doc.id === id))}`); hold(keeper.seat === seat, 'I4 seat after undoing');
      return {};
    },
    other: (tab, code) => { const { keeper } = tab; const list = keeper.list(); if (list.length) keeper.use(list[Number(code.charCodeAt(4)) % list.length].id); return {}; },
    save: tab => { if (tab.keeper.kept || tab.keeper.failed) save(tab); return {}; },
    note: tab => { const token = fresh('note'); const { problem } = tab.win.ownNotes.add({ at: '2026-05-01', text: token, codes: ['TAM-AAA'] }); return { note: problem ? '' : token }; },
    reword: tab => { const [note] = tab.win.ownNotes.list(); if (!note) return {}; const token = fresh('note'); const { problem } = tab.win.ownNotes.edit(note, { ...note, text: token }); return { gone: new Set(problem ? [] : textsIn(note.text).map(found => `note ${found}`)) }; },
  };

  const OWN = ['note', 'reword', 'backup', 'restore', 'wipe'];
  for (const tab of tabs) open(tab);
  ops.forEach(([what, which, code, value], nth) => {
    const tab = tabs[which]; const { at } = tab; step = `${nth} ${what} ${which} ${code} ${value}`;
    if (bad.length) return;
    if (at.slow && ['open', 'reload'].includes(what)) settle(at); // it takes longer than a tab is told
    const before = { layers: layers(at), standing: standing(at) }; const asBoth = tab.keeper.actor === 'both' ? ['agreed'] : [];
    const stage = `${tab.win.stages.stageOf(tab.keeper.doc)} ${tab.keeper.actor}`; did[stage] = (did[stage] ?? 0) + 1;
    const quiet = !at.slow && !at.full && !at.off && at.tabs.every(({ win }) => !win.store.unsaved.size); before.quiet = quiet;
    if (acts[what]) {
      if (tab.who === 'manager' && tab.keeper.seat !== 'manager' && !OWN.includes(what)) { // nobody but the employee begins one
        const theirs = tab.keeper.open('manager')[0]; if (!theirs || !tab.keeper.use(theirs.id)) return;
      }
      const { gone, may } = acts[what](tab, code, value);
      if (!at.slow) settle(at);
      check(at, before, gone, [...asBoth, ...may ?? []]);
    } else if (what === 'open' && files.length) {
      const then = sorted(bare(at));
      const { back, gone, may } = openFile(tab, files[Number(code.charCodeAt(4) + value.charCodeAt(0)) % files.length], value, quiet);
      if (!at.slow) settle(at);
      if (back && value === '3' && quiet) {
        back(); settle(at);
        const now = sorted(bare(at));
        hold(now === then, 'I5 undoing brings something else back'); check(at, before);
      } else check(at, before, gone, [...asBoth, ...may ?? []]);
    } else if (what === 'release') at.release = Number(value) % pages.length;
    else if (what === 'reload') {
      const held = tab.keeper.failed || at.off || tab.win.store.unsaved.size;
      const gone = new Set();
      if (held) { hold(tab.keeper.failed || at.off || tab.alarmed || tab.win.store.unsaved.size, 'I14 said to be saved'); for (const doc of [tab.keeper.own, ...tab.win.store.unsaved.values()]) collect(gone, doc); for (const one of tab.typed.values()) gone.add(one); }
      close(tab); // what lived in this tab alone was asked about
      open(tab); if (!at.slow) settle(at);
      if (quiet) { check(at, before, gone); hold(standing(at) === before.standing, 'I4 seat or stage'); } else { at.alive = scan(at); }
    } else if (what === 'tell') { if (at.slow) tell(tab); check(at, before); if (quiet) hold(standing(at) === before.standing, 'I4 seat or stage'); }
    else if (what === 'tick') { tick(tab); if (!at.slow) settle(at); check(at, before); }
    else if (what === 'slow') { at.slow = value > '3'; if (!at.slow) { settle(at); check(at, before, new Set(), ['employee', 'manager', 'agreed']); } }
    else if (what === 'full') { at.full = value > '3'; if (!at.full) { for (const one of at.tabs) if (one.keeper.failed) one.keeper.update(() => {}); settle(at); check(at, before, new Set(), ['employee', 'manager', 'agreed']); } }
    else if (what === 'off') { // a browser that is told to keep nothing, or to keep again: its pages are loaded anew
      if (at.off === value > '4') return;
      for (const one of at.tabs) close(one);
      at.off = !at.off;
      for (const one of at.tabs) open(one);
      if (!at.slow) settle(at);
      at.alive = scan(at);
    }
    else if (what === 'there' && quiet) { // a release that is taken back
      const then = shown(tab); const own = at.release; const kept = tab.keeper.kept;
      close(tab); open(tab); settle(at); const again = shown(tab);
      at.release = Number(value) % pages.length; close(tab); open(tab); settle(at);
      const noted = acts.name(tab); settle(at); check(at, before, noted.gone, asBoth);
      at.release = own; close(tab); open(tab); settle(at); check(at, before, new Set(), asBoth);
      if (kept) hold(shown(tab) === again, `I9 ${again} ${shown(tab)}`);
    }
  });
  step = 'end';
  if (!bad.length) for (const at of machines) {
    const off = at.off; at.full = at.off = at.slow = false;
    for (const tab of at.tabs) if (tab.keeper.failed) tab.keeper.update(() => {});
    settle(at);
    if (!off) for (const one of at.alive) hold(scan(at).has(one) || at.over.has(one) || at.leaving.has(one), `lost ${one}`);
    // what a tab could not keep until another one had signed is said, and stays in it
    for (const { keeper, alarmed } of at.tabs) hold(!keeper.failed || alarmed === 'finished', `still not saved: ${alarmed}`);
  }
  for (const tab of tabs) if (tab.win) { tab.ends.forEach(end => end()); tab.win.close(); }
  return { bad, did, files: files.length };
}
