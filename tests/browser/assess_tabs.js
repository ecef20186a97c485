// Runs a list of operations in two windows of one origin and tells what is there in the end; see test_assess_tabs.py.
ops => {
  const tabs = [window, document.querySelector('iframe').contentWindow];
  const data = release => window.releases[release];
  const first = tabs[0].levelbook.store.write(tabs[0].levelbook.store.create(data(0))).doc;
  const docs = [first, tabs[1].levelbook.store.read(first.id).doc];
  const put = Storage.prototype.setItem;
  const bad = [];
  const set = (full) => tabs.forEach(tab => { tab.Storage.prototype.setItem = full
    ? () => { throw new tab.DOMException('full', 'QuotaExceededError'); } : put; });
  const write = (at, change) => {
    const draft = structuredClone(docs[at]); change(draft);
    const done = tabs[at].levelbook.store.write(draft);
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
    if (what === 'carry') return write(at, draft => Object.assign(draft, tabs[at].levelbook.carry(draft, data(value)).doc));
    if (what === 'load') { docs[at] = tabs[at].levelbook.store.read(first.id).doc; return true; }
    if (what === 'full') { set(value); return true; }
    if (what === 'file') {
      const { store } = tabs[at].levelbook; const found = store.parse(store.text(docs[at]));
      if (found.problem) { bad.push(found.problem); return false; }
      if (JSON.stringify(store.parse(store.text(found.doc)).doc) !== JSON.stringify(found.doc)) bad.push('file differs');
      docs[at] = found.doc; return true;
    }
  });
  set(false);
  write(0, () => {}); write(1, () => {});
  const end = tabs[0].levelbook.store.read(first.id).doc;
  const list = tabs[0].levelbook.store.list().map(one => one.id);
  tabs.forEach(tab => tab.levelbook.store.remove(first.id));
  return {end, went, bad, list, id: first.id};
}
