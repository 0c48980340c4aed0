// The Teams client around our page, asked as its own library asks it (infra/adr/0018): a request to the window above, or to the bridge that a phone's client puts into ours,
// and an answer that carries the request's number. Two questions are all we have.
const version = '2.58.0';
const runtime = 4;

export class Teams {
  #send; #asked = new Map(); #next = 0; #origin = '*'; #started;

  /** Null outside any client. */
  static around() {
    if (window.parent !== window) return new Teams(above);
    return window.nativeInterface ? new Teams(bridge) : null;
  }

  constructor(connect) { this.#send = connect(this); }

  get origin() { return this.#origin; }

  /** A token of Entra for our app about whoever is signed in to the client. Not silent, the client may ask that person for their consent first. */
  async token(silent) {
    await (this.#started ??= this.#ask('initialize', [version, runtime], 10_000, 'app.initialize').catch(fault => { this.#started = undefined; throw fault; }));
    const [given, said] = await this.#ask('authentication.getAuthToken', [undefined, undefined, silent], silent ? 20_000 : 120_000);
    if (!given) throw new Error(said);
    return said;
  }

  answered(message, origin) {
    const done = this.#asked.get(message?.id);
    if (!done || !Array.isArray(message.args)) return;
    this.#asked.delete(message.id);
    // Whoever answered the first question is who the others are for.
    this.#origin = origin;
    done(message.args);
  }

  #ask(func, args, limit, name = func) {
    const id = this.#next++;
    return new Promise((done, failed) => {
      this.#asked.set(id, done);
      setTimeout(() => { if (this.#asked.delete(id)) failed(new Error(`${func}: no answer`)); }, limit);
      this.#send({ id, uuidAsString: crypto.randomUUID?.(), func, args, timestamp: Date.now(), monotonicTimestamp: performance.timeOrigin + performance.now(), apiVersionTag: `v2_${name}`, isProxiedFromChild: false });
    });
  }
}

function above(teams) {
  addEventListener('message', event => {
    if (event.source === window.parent && (teams.origin === '*' || teams.origin === event.origin)) teams.answered(event.data, event.origin);
  });
  return request => window.parent.postMessage(request, teams.origin);
}

function bridge(teams) {
  window.onNativeMessage = event => teams.answered(event.data, teams.origin);
  return request => window.nativeInterface.framelessPostMessage(JSON.stringify(request));
}

/** Shows the client's token to our server, which answers with a session. */
export async function signIn(teams, silent) {
  const token = await teams.token(silent);
  const locale = new URLSearchParams(location.search).get('locale') ?? navigator.language;
  return fetch('/web/sign-in', {
    method: 'POST',
    headers: { 'X-MentorBot': 'page', 'Content-Type': 'application/json' },
    body: JSON.stringify({ token, locale, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
  });
}
