/* <lb-talk>: both at one screen, one competency at a time, until they have agreed. */

import { render } from 'preact';
import { define } from '../../lib/define.ts';
import { stageOf } from '../document/stage.ts';
import type { Host } from '../host.ts';
import { END, factsOf, topicAt } from './context.ts';
import type { Place, Talk } from './context.ts';
import { beginning } from './course.ts';
import { EndPage, leaveTalk } from './end.tsx';
import { listenToKeys } from './keys.ts';
import { TalkSheet } from './paper.tsx';
import { TopicPage } from './topic.tsx';
import { Closed } from './closed.tsx';

class LbTalk extends HTMLElement {
  #host: Host | null = null;
  /** where both are; nothing before it began */
  #place: Place | null = null;
  /** which assessment it is about */
  #of = '';
  #chosen: readonly string[] | null = null;

  connectedCallback() {
    if (this.#host) return;
    this.#host = this.closest('lb-assess');
    for (const kind of ['lb-view', 'lb-change'] as const) this.#host?.addEventListener(kind, this.#show);
    window.addEventListener('beforeprint', this.#show);
    listenToKeys(() => this.#talk());
    void customElements.whenDefined('lb-assess').then(this.#show);
  }

  #talk(): Talk | null {
    const host = this.#host;
    if (host?.view !== 'talk' || host.actor !== 'both' || stageOf(host.doc) !== 'agree') return null;
    const facts = factsOf(host);
    if (this.#of !== host.doc.id) {
      this.#place = this.#chosen = null;
      this.#of = host.doc.id;
    }
    const first = beginning(facts.course, facts.standing, host.doc);
    this.#place ??= first < facts.course.topics.length ? first : END;
    const topic = topicAt(facts.course, this.#place);
    return { ...facts, place: topic ? this.#place : END, topic, go: (place) => this.#go(place) };
  }

  /** Whoever comes to a place hears its name, and sees it from its head on. */
  #go(place: Place) {
    this.#place = place;
    this.#show();
    const head = this.querySelector<HTMLElement>('h2');
    head?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  readonly #show = () => {
    const host = this.#host;
    if (host?.view !== 'talk') return;
    const talk = this.#talk();
    if (!talk) {
      this.#place = null;
      render(<Closed host={host} />, this);
      return;
    }
    const choose = (codes: readonly string[]) => {
      this.#chosen = codes;
      host.update(({ agreement }) => { agreement.picks = [...codes]; });
    };
    render(
      <>
        <div class="lb-talk lb-noprint">
          <Strip talk={talk} />
          {talk.topic ? <TopicPage key={talk.topic.item.code} talk={talk} topic={talk.topic} /> : <EndPage talk={talk} chosen={this.#chosen} choose={choose} />}
        </div>
        <TalkSheet facts={talk} />
      </>, this);
  };
}

/** how far the talk has come, and the way out of it */
function Strip({ talk: { host, word, course: { topics, alike }, place } }: { talk: Talk }) {
  const at = typeof place === 'number' ? place : topics.length;
  return (
    <div class="lb-talk__strip">
      <span>{typeof place === 'number' ? word('at', { at: at + 1, of: topics.length }) : word('at_end', { of: topics.length })}</span>
      <ol aria-hidden="true">{topics.map(({ item }, number) => <li key={item.code} class={number < at ? 'is-done' : number === at ? 'is-now' : undefined} />)}</ol>
      {alike.length > 0 && <span>{word('alike_n', { n: alike.length })}</span>}
      <button type="button" class="lb-link" data-act="out" onClick={() => leaveTalk(host)}>{word('out')}</button>
    </div>
  );
}

define('lb-talk', LbTalk);
