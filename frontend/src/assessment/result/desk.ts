/* How a checklist opens files: it shows what is held against it, in its own words. */

import { figure, ratingOf } from '../../lib/format.ts';
import { speaker } from '../../lib/words.ts';
import { find } from '../document/answers.ts';
import { rebased } from '../document/migrate.ts';
import { isOf } from '../document/targets.ts';
import { valuer } from '../figures.ts';
import type { Host } from '../host.ts';
import type { Desk } from '../opening/desk.ts';
import type { Reader } from '../opening/question-text.ts';
import { kindOf, leaves } from '../plan/model.ts';
import { gist, rows } from '../plan/rows.ts';
import * as store from '../storage/store.ts';

export function readerOf({ data, doc }: Pick<Host, 'data' | 'doc'>): Reader {
  const say = speaker(data, 'result');
  return {
    itemName: (code) => {
      const asked = find(data, code);
      return asked ? ('name' in asked && asked.name) || asked.text : '';
    },
    rating: (code, points) => {
      const item = data.items.find((known) => known.code === code);
      if (item?.kind === 'condition') return say(points === '1' ? 'condition_met' : 'condition_unmet');
      if (item?.scale === 'levels') return valuer(data)(item, points);
      const rating = ratingOf(data.scales[item ? item.scale : data.partScale || data.scale], points);
      return rating ? say('rating', { points: figure(points), name: rating.name }) : figure(points);
    },
    planName: (id, cell) => {
      const form = data.plan.forms.find((known) => known.id === id);
      if (!form) return [id, cell?.code].filter(Boolean).join(say('between'));
      const row = cell && rows(data, doc, form).find((known) => known.id === cell.row);
      const about = row && (kindOf(form) === 'many' ? gist(data, doc, form, row) : row.name);
      const field = cell && leaves(form.fields).find((known) => known.id === cell.code);
      return [form.name, about, field ? field.name : cell?.code].filter(Boolean).join(say('between'));
    },
  };
}

export function deskOf(host: Host): Desk {
  const { keeper, data } = host;
  return {
    home: host, data, reader: readerOf(host),
    current: () => (keeper.kept && keeper.seat !== 'reader' ? keeper.doc : null),
    shows: (doc) => isOf(data, doc),
    carried: (doc, seat) => rebased(doc, data, seat),
    hold: (...ids) => keeper.hold(...ids),
    change: (id, change) => {
      const there = store.read(id);
      if (!there.doc) return there.problem;
      if (!isOf(data, there.doc)) {
        change(there.doc);
        return store.write(there.doc).problem;
      }
      if (keeper.doc.id !== id) keeper.use(id);
      host.update(change, true);
      return undefined; // what could not be kept is said in the alarm
    },
    open: (id) => { if (keeper.doc.id !== id || !keeper.kept) keeper.use(id); },
    look: (doc) => keeper.lookAt(doc),
  };
}
