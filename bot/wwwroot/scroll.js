// Keeps the newest words in sight without ever pulling the page away from somebody who reads further up.
import { stored } from './store.js';

export class Scroll {
  #log; #pill; #atEnd = true; #last = null; #asked = null; #start = null; #arrived = -Infinity; #place = 'mentorbot.scroll';

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
    this.#asked = this.#start = this.#mine();
    if (kept && kept !== 'end') scrollTo(0, Number(kept)); else this.toEnd('instant');
  }

  /** Called when the talk changed. */
  follow() {
    const newest = this.#newest();
    const isNew = newest?.id !== this.#last?.id;
    this.#last = newest;
    this.#begin(isNew ? newest : null);
    if (this.#atEnd) this.#toLastTurn(); else if (isNew) this.#pill.hidden = false;
  }

  toEnd(behavior = 'auto') { this.#atEnd = true; scrollTo({ top: document.documentElement.scrollHeight, behavior }); }

  #newest() { const all = this.#log.querySelectorAll('.entry.theirs'); return all[all.length - 1]; }

  #distance() { return document.documentElement.scrollHeight - innerHeight - scrollY; }

  #mine() { const all = this.#log.querySelectorAll('.entry.mine'); return all[all.length - 1]; }

  /** A turn begins with the person's words, or, when the mentor writes first, with the first message after a quiet moment. */
  #begin(newest) {
    const mine = this.#mine();
    const now = performance.now();
    if (mine?.id !== this.#asked?.id) this.#start = mine; else if (newest && now - this.#arrived > 5000) this.#start = newest;
    this.#asked = mine;
    if (newest) this.#arrived = now;
  }

  /** To the end, but never past where the last turn began: a long answer is read from its first line. */
  #toLastTurn() {
    const start = this.#start && document.getElementById(this.#start.id);
    const end = document.documentElement.scrollHeight - innerHeight;
    scrollTo({ top: Math.min(end, start ? start.getBoundingClientRect().top + scrollY - 76 : end), behavior: 'auto' });
  }
}
