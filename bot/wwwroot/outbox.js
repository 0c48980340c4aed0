// Messages that the server has not confirmed yet, in the order they were written. Kept across reloads; sent with the same key until a 2xx.
import { post, newKey, pauseUnlessBack } from './wire.js';
import { pendingBubble } from './pending.js';
import { local } from './store.js';

export class Outbox {
  #storeKey; #list; #words; #changed; #bubbles = new Map(); #sending = null; #kept = new Set();

  constructor(person, list, words, changed) {
    this.#storeKey = `mentorbot.outbox.${person}`;
    this.#list = list;
    this.#words = words;
    this.#changed = changed;
  }

  start() {
    for (const item of this.#items()) this.#show(item);
    this.#pump();
  }

  add(message, label) {
    const item = { key: newKey(), ...message, label: message.label ?? undefined, shown: label };
    if (!this.#items().some(i => i.key === item.key)) this.#save([...this.#items(), item]);
    this.#show(item);
    this.#changed();
    this.#pump();
  }

  /** Takes away what the talk now shows. */
  settle(kept) {
    this.#kept = kept;
    for (const [key, bubble] of this.#bubbles) {
      if (kept.has(key)) { bubble.remove(); this.#bubbles.delete(key); this.#drop(key); }
    }
  }

  /** Resolves when nothing waits to be sent. */
  async flushed() { await this.#pump(); }

  #pump() { return this.#sending ??= this.#sendAll().finally(() => { this.#sending = null; if (this.#next()) this.#pump(); }); }

  #next() { return this.#items().find(i => !i.refused && !i.sent); }

  async #sendAll() {
    let wait = 400;
    for (let item; (item = this.#next());) {
      const { shown, refused, sent, ...body } = item;
      const response = await post('/web/messages', body).catch(() => null);
      if (response?.ok) { this.#update(item.key, { sent: true }); this.#bubbles.get(item.key)?.say(''); wait = 400; }
      else if (response && response.status >= 400 && response.status < 500 && response.status !== 408 && response.status !== 429) {
        if (response.status === 401 || response.status === 404) { location.reload(); return; }
        this.#update(item.key, { refused: true });
        this.#refuse(item);
      } else {
        await pauseUnlessBack(wait);
        wait = Math.min(wait * 2, 4000);
      }
    }
  }

  #show(item) {
    if (this.#bubbles.has(item.key) || this.#kept.has(item.key)) return;
    const bubble = pendingBubble(this.#list, item.key, item.shown ?? item.text);
    this.#bubbles.set(item.key, bubble);
    if (item.refused) this.#refuse(item); else if (!item.sent) bubble.say(this.#words.sending);
  }

  #refuse(item) {
    this.#bubbles.get(item.key)?.refuse(this.#words,
      () => { this.#update(item.key, { refused: false }); this.#bubbles.get(item.key).say(this.#words.sending); this.#pump(); },
      () => { this.#bubbles.get(item.key).remove(); this.#bubbles.delete(item.key); this.#drop(item.key); });
  }

  #items() { try { return JSON.parse(local.getItem(this.#storeKey) ?? '[]'); } catch { return []; } }
  #save(items) { local.setItem(this.#storeKey, JSON.stringify(items)); }
  #drop(key) { this.#save(this.#items().filter(i => i.key !== key)); }
  #update(key, change) { this.#save(this.#items().map(i => i.key === key ? { ...i, ...change } : i)); }
}
