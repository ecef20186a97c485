// Plays what an employee and a manager do on two computers, with files old and new in any order; see test_two_people.py.
({ ops }) => {
  const AT = '2026-11-21T08:00:00.000Z';
  const bad = []; const asked = []; const files = [];
  const clone = value => structuredClone(value);
  const text = value => JSON.stringify(value);
  const layer = (doc, side) => empties.asText(relations.layerOf(doc, side));
  const first = { ...documents.blank(window.data), future: { kept: true } };
  const desks = { employee: { doc: clone(first), both: false }, manager: { doc: null, both: false } };
  const actorOf = who => desks[who].both && desks[who].doc.manager.given ? 'both' : who;
  const hold = (fine, what) => { if (!fine) bad.push(what); };
  // every change goes through the same lock as in the keeper
  const change = (who, act) => {
    const desk = desks[who]; if (!desk.doc) return;
    const before = clone(desk.doc); const draft = clone(desk.doc); act(draft);
    const actor = actorOf(who); seats.restore(draft, before, actor); desk.doc = draft;
    if (actor !== 'employee') hold(layer(draft, 'employee') === layer(before, 'employee'), `I1 ${who}`);
    if (actor !== 'manager') hold(layer(draft, 'manager') === layer(before, 'manager'), `I2 ${who}`);
    if (actor !== 'both') hold(text([draft.agreed, draft.agreement]) === text([before.agreed, before.agreement]), `I3 ${who}`);
  };
  const answer = (answers, code, value) => { answers[code] = { ...answersUnanswered(), points: value }; };
  const answersUnanswered = () => answers.unanswered();
  const hand = who => change(who, doc => {
    if (who === 'employee' && !doc.handed.at) doc.handed = { n: doc.handed.n + 1, at: AT };
    if (who === 'manager') Object.assign(doc.manager, { given: doc.manager.given || AT, handed: { n: doc.manager.handed.n + 1, at: AT } });
  });
  const open = (who, file, takes) => {
    const desk = desks[who];
    const { doc: given, problem } = documents.parse(file);
    if (problem) { bad.push(`I10 ${text(problem)}`); return; }
    if (!desk.doc) { desk.doc = given; hold(text(given.future) === '{"kept":true}', 'I13'); return; }
    const here = desk.doc; const before = text([here, given]);
    const { kind } = cases.caseOf(here, given, who);
    if (kind === 'same' || kind === 'stale') { hold(text(cases.caseOf(here, given, who).merged.doc.signed.slice(0, here.signed.length)) === text(here.signed), 'I7'); return; }
    const chosen = { replace: takes && kind === 'own', other: takes ? 'file' : 'here' };
    const merged = opening.merge(here, given, who, chosen);
    if (merged.isForked) asked.push('other');
    const choices = [...merged.questions, ...merged.offered].map(question => ({ ...question, choice: takes ? 'file' : 'here' }));
    if (choices.some(({ part }) => part === (who === 'manager' ? 'manager' : 'answers'))) asked.push('own');
    const after = opening.settled(here, given, who, merged, choices);
    hold(text([here, given]) === before, 'I5: what was given is changed');
    if (!takes && who === 'employee' && relations.isBack(given)) hold(layer(after, 'employee') === layer(here, 'employee'), 'I1 by a file');
    if (!takes && who === 'manager') {
      const filled = Object.keys(here.manager.answers).every(code => text(after.manager.answers[code]) === text(here.manager.answers[code]));
      hold(filled, 'I2 by a file');
    }
    hold(text(after.signed.slice(0, here.signed.length)) === text(here.signed), 'I7');
    hold(text(after.future) === '{"kept":true}', 'I13');
    hold(relations.rank(after.handed) >= relations.rank(here.handed) || who === 'manager', 'a number of the own is given once');
    if (relations.rank(after.handed) === relations.rank(here.handed) && here.handed.at && who === 'employee')
      hold(layer(after, 'employee') === layer(here, 'employee') || layer(after, 'employee') === layer(given, 'employee'), 'one number is one content');
    const again = opening.merge(after, given, who, chosen);
    const twice = opening.settled(after, given, who, again, [...again.questions, ...again.offered].map(question => ({ ...question, choice: takes ? 'file' : 'here' })));
    hold(relations.saysAll(twice, after) && twice.kept.length === after.kept.length, `idempotent ${who} ${kind} ${takes}`);
    desk.doc = after;
  };
  const save = who => { if (desks[who].doc) files.push(documents.write(desks[who].doc)); };
  let lost = false;
  for (const [what, who, code, value] of ops) {
    const desk = desks[who];
    if (what === 'own') change(who, doc => answer(doc.answers, code, value));
    if (what === 'judge') change(who, doc => answer(doc.manager.answers, code, value));
    if (what === 'agree') change(who, doc => { doc.agreed[code] = value; });
    if (what === 'done') change(who, doc => { doc.agreement.done = AT; });
    if (what === 'hand') hand(who);
    if (what === 'back') change(who, doc => { doc.handed = { ...doc.handed, at: null }; });
    if (what === 'both' && desk.doc) desk.both = value > '3';
    if (what === 'sign' && desk.doc && desk.doc.agreement.done) change(who, doc => {
      doc.signed.push({ n: doc.signed.length + 1, kind: 'result', at: AT, by: [], body: text(doc.answers), hash: '' }); });
    if (what === 'file') save(who);
    if (what === 'open' && files.length) open(who, files[Number(code) % files.length], value > '2');
    if (what === 'lose') { lost = true; desk.doc = null; desk.both = false; }
  }
  // in the end each hands over once more, and the other takes it in
  let alike = null;
  if (!lost && desks.employee.doc && !desks.employee.doc.agreement.done && !(desks.manager.doc && desks.manager.doc.agreement.done)) {
    desks.employee.both = desks.manager.both = false;
    hand('employee'); save('employee'); open('manager', files.at(-1), false);
    hand('manager'); save('manager'); open('employee', files.at(-1), false);
    const [mine, theirs] = [desks.employee.doc, desks.manager.doc];
    alike = ['employee', 'manager'].map(side => layer(mine, side) === layer(theirs, side));
  }
  return { bad, asked, alike };
}
