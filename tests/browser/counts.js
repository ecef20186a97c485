// Presses every switch and filter of a page, and returns what a number says beside what one sees then.
async (kind) => {
  const seen = (selector, root = document) => [...root.querySelectorAll(selector)].filter((one) => one.checkVisibility()).length;
  const number = (text) => Number((/\d[\d,]*/.exec(text || '') || ['-1'])[0].replaceAll(',', ''));
  const press = (input) => {
    if (input.type === 'checkbox' || input.type === 'radio') input.click();
    else input.dispatchEvent(new Event('change', { bubbles: true }));
  };
  const choose = (field, value) => {
    field.value = value;
    press(field);
  };
  const compared = (seal) => [...document.querySelectorAll('.lb-compared > li > .lb-mark')].filter((one) => one.textContent === seal).length;
  const found = [];
  const add = (what, says, sees) => found.push([what, says, sees]);
  const status = () => document.querySelector('[role="status"].lb-count')?.textContent || '';
  const loading = document.querySelector('[role="status"].lb-count')?.dataset.loading;
  const until = async (isSo) => {
    for (let turn = 0; turn < 500 && !isSo(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  const options = (name) => {
    const field = document.querySelector(`select:is([name="${name}"], [data-field="${name}"])`);
    return field ? [...field.options].map((one) => one.value) : [];
  };
  const walks = {
    async level() {
      const radios = [...document.querySelectorAll('input[name="view"]')];
      const texts = [];
      const ways = [...radios, ...document.querySelectorAll('.lb-view__else a[data-view]')];
      for (const way of ways) {
        way.click();
        const label = (way.parentElement.matches('label') ? way.parentElement : way).textContent.trim();
        const figure = way.parentElement.matches('label') && way.parentElement.querySelector('b');
        // what has changed is shown once its script and the old words are there, and taken back a moment after the click
        await until(() => way.value !== 'changed' || document.querySelector('lb-news select'));
        await new Promise((resolve) => setTimeout(resolve));
        if (figure) add(label, number(figure.textContent), seen('.lb-comp .lb-ind'));
        const kinds = [...document.querySelectorAll('.lb-against > p:not([hidden]) .lb-against__n')];
        for (const kind of kinds) add(`${label}: ${kind.textContent.trim()}`, number(kind.textContent), compared(kind.querySelector('.lb-mark').textContent));
        if (kinds.length) add(`${label}: all lines are counted`, seen('.lb-compared > li'), kinds.reduce((sum, kind) => sum + number(kind.textContent), 0));
        for (const head of [...document.querySelectorAll('.lb-sec__n')].filter((one) => one.checkVisibility() && one.matches('.lb-when-all'))) {
          const figures = [...head.textContent.matchAll(/\d[\d,]*(?= ?条)/g)].map(([figureOf]) => number(figureOf));
          if (figures.length) add(`${label}: ${head.parentElement.id}`, figures.reduce((sum, n) => sum + n, 0), seen('.lb-comp .lb-ind', head.closest('section')));
        }
        texts.push(document.querySelector('lb-show').innerText);
      }
      if (radios.length) add('the switch changes something', true, new Set(texts).size === ways.length);
      const only = [...document.querySelectorAll('.lb-bar .lb-note')].map((one) => one.textContent).find((text) => /\d/.test(text));
      if (!radios.length) add('all', only ? number(only) : 0, seen('.lb-comp .lb-ind'));
    },
    compare() {
      const boxes = [...document.querySelectorAll('input[name="kind"]')];
      const only = (wanted) => boxes.filter((one) => one.checked !== wanted.includes(one)).forEach(press);
      const rows = 'tr[data-kind]';
      for (const box of boxes) {
        only([box]);
        add(box.parentElement.textContent.trim(), number(box.parentElement.querySelector('b').textContent), seen(rows));
      }
      if (boxes.length) {
        only(boxes);
        add('all kinds', document.querySelectorAll(rows).length, seen(rows));
        only([]);
        add('no kind', 0, seen(rows));
        add('no kind: the sentence', 1, seen('.lb-empty'));
        add('more than one kind to choose from', true, boxes.length > 1);
      }
    },
    matrix() {
      for (const radio of document.querySelectorAll('input[name="group"]')) {
        press(radio);
        const rows = [...document.querySelectorAll('.lb-matrix tbody tr:not(.lb-matrix__grp)')].filter((one) => one.checkVisibility());
        add(radio.parentElement.textContent.trim(), number(/(\d+)\s*$/.exec(radio.parentElement.textContent.trim())?.[1]), rows.length);
        for (const head of document.querySelectorAll('.lb-matrix tbody:not([hidden])')) {
          add(`head ${head.dataset.grp}`, number(head.querySelector('small').textContent), seen('tr:not(.lb-matrix__grp)', head));
        }
      }
    },
    async indicators() {
      const more = document.querySelector('lb-index button[data-more]');
      const groups = [...document.querySelectorAll('lb-index details[data-seq]')];
      // sixty at first: the number is of all
      const showAll = () => {
        while (more.checkVisibility()) more.click();
      };
      const check = (what) => {
        const said = number(status());
        showAll();
        const n = seen('[data-code]');
        add(what, n ? said : -1, n || said);
        for (const group of groups.filter((one) => !one.hidden)) {
          const head = group.querySelector('[data-found]');
          add(`${what}: ${group.dataset.seq}`, number(head.textContent), seen('[data-code]', group));
        }
      };
      const [query, sequence, level] = ['q', 'seq', 'level'].map((name) => document.querySelector(`[data-field="${name}"]`));
      for (const group of groups) {
        const wasOpen = group.open;
        group.open = true;
        add(`folded: ${group.dataset.seq}`, number(group.querySelector('[data-found]').textContent), seen('[data-code]', group));
        group.open = wasOpen;
      }
      for (const value of options('seq').filter((one) => one !== 'all')) {
        choose(sequence, value);
        check(value);
      }
      choose(sequence, 'all');
      for (const value of options('level').filter((one) => one !== 'all')) {
        choose(level, value);
        check(value);
      }
      choose(level, 'all');
      for (const text of ['客户', '决策链', 'tam-ach', '没有这几个字']) {
        const before = status();
        query.value = text;
        query.dispatchEvent(new Event('input', { bubbles: true }));
        // what is searched comes with the first query
        await until(() => status() !== before && status() !== loading);
        check(text);
      }
      add('nothing found', true, status().includes('没有这几个字'));
    },
    notes() {
      const ask = document.querySelector('input[name="ask"]');
      const check = (what) => {
        for (const fold of document.querySelectorAll('details')) fold.open = true;
        const n = seen('.lb-memo');
        add(what, n ? number(status()) : 0, n);
        add(`${what}: the sentence`, true, status() !== '' && !status().includes('{') && !status().includes('undefined'));
        for (const section of document.querySelectorAll('section')) {
          const head = [...section.querySelectorAll('[data-shown]')].find((one) => one.closest('section') === section);
          if (head && section.checkVisibility()) add(`${what}: ${section.textContent.trim().slice(0, 12)}`, number(head.textContent), seen('.lb-memo', section));
        }
      };
      check('all');
      for (const name of ['kind', 'seq']) {
        const field = document.querySelector(`select[name="${name}"]`);
        for (const value of options(name)) {
          choose(field, value);
          check(value);
          press(ask);
          check(`${value} asked`);
          press(ask);
        }
        choose(field, 'all');
      }
    },
    actions() {
      const [type, goal] = ['type', 'goal'].map((name) => document.querySelector(`select[name="${name}"]`));
      const codes = () => new Set([...document.querySelectorAll('tr[data-type]')].filter((one) => one.checkVisibility()).map((one) => one.dataset.code || one)).size;
      for (const level of goal ? options('goal') : ['']) {
        if (goal) choose(goal, level);
        for (const value of options('type')) {
          choose(type, value);
          const option = type.selectedOptions[0];
          if (value) add(`${level} ${option.textContent}`, number(/(\d+)\D*$/.exec(option.textContent)[1]), codes());
          add(`${level} ${value} status`, codes() ? number(status()) : -1, codes() || number(status()));
          for (const block of document.querySelectorAll('section[data-block]:not([hidden])')) {
            add(`${level} ${value} ${block.id}`, number(block.querySelector('[data-shown]').textContent), seen('tr[data-type]', block));
          }
        }
        if (type) choose(type, '');
      }
    },
    weights() {
      const texts = [...document.querySelectorAll('input[name="rows"]')].map((radio) => {
        press(radio);
        return document.querySelector('lb-weights').innerText;
      });
      if (texts.length) add('the switch changes something', texts.length, new Set(texts).size);
    },
  };
  await walks[kind]();
  return found;
}
