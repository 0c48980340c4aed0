// Keeps the newest words in sight without ever pulling the page away from somebody who reads further up.
import { stored } from './store.js';

export class Scroll {
  #log; #pill; #atEnd = true; #last = null; #place = 'mentorbot.scroll';

  constructor(log, pill) {
    this.#log = log;
    this.#pill = pill;
    history.scrollRestoration = 'manual';
    addEventListener('scroll', () => { this.#atEnd = this.#distance() < 80; if (this.#atEnd) pill.hidden = true; }, { passive: true });
    addEventListener('pagehide', () => this.keep());
    addEventListener('load', () => this.follow(), { once: true });
    log.addEventListener('load', () => { if (this.#atEnd) this.#toLastTurn(); }, true);
    pill.addEventListener('click', () => { pill.hidden = true; this.toEnd(); });
  }

  keep() { stored.setItem(this.#place, this.#atEnd ? 'end' : String(scrollY)); }

  restore() {
    const kept = stored.getItem(this.#place);
    stored.removeItem(this.#place);
    this.#last = this.#newest();
    if (kept && kept !== 'end') scrollTo(0, Number(kept)); else this.toEnd('instant');
  }

  /** Called when the talk changed. */
  follow() {
    const newest = this.#newest();
    const isNew = newest?.id !== this.#last?.id;
    this.#last = newest;
    if (this.#atEnd) this.#toLastTurn(); else if (isNew) this.#pill.hidden = false;
  }

  toEnd(behavior = 'auto') { this.#atEnd = true; scrollTo({ top: document.documentElement.scrollHeight, behavior }); }

  #newest() { const all = this.#log.querySelectorAll('.entry.theirs'); return all[all.length - 1]; }

  #distance() { return document.documentElement.scrollHeight - innerHeight - scrollY; }

  /** To the end, but never past what was written last: a long answer is read from its first line. */
  #toLastTurn() {
    const mine = this.#log.querySelectorAll('.entry.mine');
    const end = document.documentElement.scrollHeight - innerHeight;
    const start = mine.length ? mine[mine.length - 1].getBoundingClientRect().top + scrollY - 76 : end;
    scrollTo({ top: Math.min(end, start), behavior: 'auto' });
  }
}
