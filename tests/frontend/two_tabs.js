// Runs a list of operations in two windows of one origin and tells what is there in the end; see test_two_tabs.py.
// Storage is played as browsers keep it: a window sees its own writing at once and another one's when it is told of it.
async ({ ops, slow }) => {
  const tabs = [window, window.other];
  const data = release => window.releases[release];
  const real = new Map(); const caches = [new Map(), new Map()]; const told = [[], []]; const timers = [[], []];
  let full = false;
  const restore = tabs.map((tab, at) => {
    const own = Object.getOwnPropertyDescriptors(tab.Storage.prototype); const clock = tab.setTimeout;
    const put = (key, value) => {
      if (value === null) { real.delete(key); caches[at].delete(key); } else { real.set(key, value); caches[at].set(key, value); }
      told[1 - at].push([key, value]); if (!slow) tell(1 - at);
    };
    Object.defineProperties(tab.Storage.prototype, {
      length: { configurable: true, get: () => caches[at].size },
      key: { configurable: true, value: n => [...caches[at].keys()][n] },
      getItem: { configurable: true, value: key => caches[at].has(key) ? caches[at].get(key) : null },
      removeItem: { configurable: true, value: key => put(key, null) },
      setItem: { configurable: true, value: (key, value) => {
        if (full) throw new tab.DOMException('full', 'QuotaExceededError');
        put(key, String(value));
      } },
    });
    tab.setTimeout = run => timers[at].push(run);
    return () => { Object.defineProperties(tab.Storage.prototype, own); tab.setTimeout = clock; };
  });
  const ends = tabs.map(tab => tab.sync.watch(() => {}));
  const tell = at => {
    caches[at] = new Map(real);
    for (const [key, newValue] of told[at].splice(0)) tabs[at].dispatchEvent(new tabs[at].StorageEvent('storage', { key, newValue }));
  };
  const mend = at => { for (const run of timers[at].splice(0)) run(); };
  const bad = [];
  const first = tabs[0].store.write(tabs[0].documents.blank(data(0))).doc;
  tell(1);
  const docs = [first, tabs[1].store.read(first.id).doc];
  const write = (at, change) => {
    const draft = structuredClone(docs[at]); change(draft);
    const done = tabs[at].store.write(draft);
    if (done.problem && done.problem.key !== 'full') bad.push(done.problem);
    docs[at] = structuredClone(done.doc); return Boolean(done.ok);
  };
  const answer = (draft, code) => draft.answers[code] = draft.answers[code] || {points: null, evidence: ''};
  const went = ops.map(([what, at, key, value]) => {
    if (what === 'points') return write(at, draft => { answer(draft, key).points = value; });
    if (what === 'evidence') return write(at, draft => { answer(draft, key).evidence = value; });
    if (what === 'manager') return write(at, draft => {
      draft.manager.answers[key] = {...draft.manager.answers[key], evidence: value}; });
    if (what === 'plan') return write(at, draft => { (draft.plan.goals = draft.plan.goals || [])[draft.plan.goals.length] = {goal: value}; });
    if (what === 'row') return write(at, draft => { const rows = draft.plan.named = draft.plan.named || [];
      const row = rows.find(one => one['@id'] === key); if (row) row.goal = value; else rows.push({'@id': key, goal: value}); });
    if (what === 'name') return write(at, draft => { draft.name = value; });
    if (what === 'carry') return write(at, draft => Object.assign(draft, tabs[at].migrate.carry(draft, data(value)).doc));
    if (what === 'load') { docs[at] = tabs[at].store.read(first.id).doc; return true; }
    if (what === 'full') { full = value; return true; }
    if (what === 'tell') { tell(at); return true; }
    if (what === 'mend') { mend(at); return true; }
    if (what === 'file') {
      const { documents } = tabs[at]; const found = documents.parse(documents.write(docs[at]));
      if (found.problem) { bad.push(found.problem); return false; }
      if (JSON.stringify(documents.parse(documents.write(found.doc)).doc) !== JSON.stringify(found.doc)) bad.push('file differs');
      docs[at] = {...found.doc, tabs: docs[at].tabs}; return true;
    }
  });
  full = false;
  write(0, () => {}); write(1, () => {});
  let rounds = 0;
  for (const busy = () => [...told, ...timers].some(one => one.length); busy() && rounds < 20; rounds++) for (const at of [0, 1]) { tell(at); mend(at); }
  const [end, other] = tabs.map(tab => tab.store.read(first.id));
  if (rounds === 20) bad.push('never quiet');
  if (end.behind || other.behind) bad.push('still behind');
  if (JSON.stringify(end.doc) !== JSON.stringify(other.doc)) bad.push('the tabs differ');
  const list = tabs[0].store.list().map(one => one.id);
  tabs.forEach(tab => tab.library.remove(first.id));
  ends.forEach(end => end());
  restore.forEach(back => back());
  return {end: end.doc, went, bad, list, id: first.id, rounds};
}
