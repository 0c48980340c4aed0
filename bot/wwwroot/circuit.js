// The circuit only refreshes the talk. When it is lost the page says so in one line, waits for the server and takes up again by itself.
import { pauseUnlessBack } from './wire.js';
import { stored } from './store.js';

const startLimit = 8000;
const tries = 'mentorbot.tries';

export async function keepAlive({ beforeReload, onReady }) {
  const line = document.getElementById('connection');
  const say = lost => { line.hidden = !lost; };
  let recovering = false;

  const alive = () => fetch('/health/live', { cache: 'no-store' }).then(r => r.ok, () => false);

  async function recover(reconnect) {
    if (recovering) return;
    recovering = true;
    say(true);
    for (let wait = 300; ; wait = Math.min(wait * 1.5, 3000)) {
      if (await alive()) {
        if (await reconnect().catch(() => false)) break;
        // The server has no memory of this circuit, it was started again: the page begins anew, once nothing is left to send.
        await beforeReload();
        location.reload();
        return;
      }
      await pauseUnlessBack(wait);
    }
    say(false);
    recovering = false;
  }

  // A fault in the circuit ends it without a lost connection; Blazor then only shows this element.
  const fault = document.getElementById('blazor-error-ui');
  if (fault) new MutationObserver(() => { if (fault.style.display !== 'none') recover(async () => false); }).observe(fault, { attributes: true, attributeFilter: ['style'] });

  try {
    await Blazor.start({
      circuit: {
        reconnectionHandler: {
          onConnectionDown: () => recover(() => Blazor.reconnect()),
          onConnectionUp: () => say(false),
        },
      },
    });
    await becameLive();
    stored.removeItem(tries);
    onReady();
  } catch {
    // No circuit could be made. The page that the server draws is whole without one, so drawing it anew is the refresh, ever more seldom.
    const tried = Number(stored.getItem(tries) ?? 0);
    stored.setItem(tries, String(tried + 1));
    await pauseUnlessBack(Math.min(500 * 2 ** tried, 30_000));
    recover(async () => false);
  }
}

/** Blazor says that it has started even when its connection failed; the talk says when it is really live. */
function becameLive() {
  const live = document.querySelector('[data-live]');
  if (!live) return Promise.resolve();
  return new Promise((done, failed) => {
    const timer = setTimeout(() => { watch.disconnect(); failed(new Error('no circuit')); }, startLimit);
    const check = () => { if (document.querySelector('[data-live=true]')) { watch.disconnect(); clearTimeout(timer); done(); } };
    const watch = new MutationObserver(check);
    watch.observe(live.parentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-live'] });
    check();
  });
}
