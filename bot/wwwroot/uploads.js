// Files on their way: one after the other, repeated with the same key until the server has kept them.
import { headers, newKey, pauseUnlessBack, post, session } from './wire.js';
import { pendingBubble } from './pending.js';

export class Uploads {
  #list; #words; #limit; #changed; #bubbles = new Map(); #queue = Promise.resolve(); #open = 0;

  constructor(list, words, limit, changed) {
    this.#list = list;
    this.#words = words;
    this.#limit = limit;
    this.#changed = changed;
  }

  get busy() { return this.#open > 0; }

  idle() { return this.#queue; }

  send(file) {
    const key = newKey();
    const bubble = pendingBubble(this.#list, key, file.name);
    this.#bubbles.set(key, bubble);
    this.#open++;
    this.#changed();
    this.#queue = this.#queue.then(() => this.#deliver(key, file, bubble)).finally(() => { this.#open--; });
  }

  settle(kept) {
    for (const [key, bubble] of this.#bubbles) {
      if (kept.has(key)) { bubble.remove(); this.#bubbles.delete(key); }
    }
  }

  async #deliver(key, file, bubble) {
    for (let wait = 500, renewed = false; ; wait = Math.min(wait * 2, 5000)) {
      bubble.say(this.#words.uploading);
      // Above the limit only its name and size travel: the mentor says what to do instead.
      const status = file.size > this.#limit
        ? await post('/web/messages', { key, kind: 'file', name: file.name, mediaType: file.type, length: file.size }).then(r => r.status, () => 0)
        : await this.#put(key, file, bubble);
      if (status >= 200 && status < 300) { bubble.say(this.#words.received); return; }
      if (status === 401 && !renewed && session.renew && (renewed = await session.renew())) continue;
      if (status >= 400 && status < 500) {
        const again = await new Promise(decide => bubble.refuse(this.#words, () => decide(true), () => decide(false)));
        if (!again) { bubble.remove(); this.#bubbles.delete(key); return; }
        continue;
      }
      await pauseUnlessBack(wait);
    }
  }

  #put(key, file, bubble) {
    return new Promise(done => {
      const form = new FormData();
      form.append('key', key);
      form.append('file', file, file.name);
      const request = new XMLHttpRequest();
      request.open('POST', '/web/files');
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.upload.addEventListener('progress', e => { if (e.lengthComputable) bubble.progress(e.loaded / e.total); });
      request.addEventListener('loadend', () => done(request.status));
      request.send(form);
    });
  }
}
