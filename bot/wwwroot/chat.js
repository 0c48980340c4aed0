// The page's own script. Everything a person does is sent from here over plain HTTP, so that nothing depends on the circuit:
// an unsent message and the typed draft live in localStorage until the server says that it has kept them.
import { Outbox } from './outbox.js';
import { Uploads } from './uploads.js';
import { post } from './wire.js';
import { local, stored } from './store.js';
import { keepAlive } from './circuit.js';
import { Scroll } from './scroll.js';

const talk = document.querySelector('.talk');
const log = document.getElementById('log');
const words = document.getElementById('words')?.dataset ?? {};

document.addEventListener('click', event => {
  const button = event.target.closest('[data-do]');
  if (button) doors[button.dataset.do]?.(button, event);
});

const reload = response => { if (response.ok) location.reload(); };
const doors = {
  be: async button => reload(await post('/web/person', { person: button.dataset.person })),
  leave: async () => reload(await post('/web/person', { person: null })),
  language: async button => reload(await post('/web/language', { locale: button.dataset.locale })),
  skip: (_, event) => { event.preventDefault(); document.getElementById('content').focus(); },
  attach: () => document.getElementById('picker').click(),
};

if (talk) {
  startTalk(talk.dataset.person);
} else {
  keepAlive({ beforeReload: async () => {}, onReady: () => {} });
}

function startTalk(person) {
  const list = document.getElementById('outbox');
  const scroll = new Scroll(log, document.getElementById('newest'));
  const outbox = new Outbox(person, list, words, () => scroll.toEnd());
  const uploads = new Uploads(list, words, Number(talk.dataset.maxUpload), () => scroll.toEnd());
  const draft = document.getElementById('draft');
  const draftKey = `mentorbot.draft.${person}`;

  // What was typed before this script was there counts too.
  draft.value ||= local.getItem(draftKey) ?? '';
  fit();
  draft.addEventListener('input', () => { local.setItem(draftKey, draft.value); fit(); });
  draft.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) { event.preventDefault(); send(); }
  });
  document.getElementById('composer').addEventListener('submit', event => { event.preventDefault(); send(); });

  document.getElementById('composer').dataset.ready = 'true';

  function send() {
    const text = draft.value;
    if (!text.trim()) return;
    // A whole sheet that was pasted is a file: it would only get in the way of reading the talk.
    if (text.length > 60_000) uploads.send(new File([text], words.pasted, { type: 'text/tab-separated-values' }));
    else outbox.add({ kind: 'text', text }, text);
    draft.value = '';
    local.removeItem(draftKey);
    fit();
    draft.focus();
  }

  // The button that was pressed is gone or disabled; on a touch screen, though, focus would bring up the keyboard over the answer.
  function takeFocus() {
    if (matchMedia('(hover: hover)').matches) draft.focus({ preventScroll: true });
  }

  function fit() {
    draft.style.height = 'auto';
    draft.style.height = `${Math.min(draft.scrollHeight, innerHeight * .35)}px`;
  }

  log.addEventListener('click', event => {
    const button = event.target.closest('.choice');
    const set = button?.closest('.choices');
    if (!set || button.disabled) return;
    if (set.dataset.many && !button.dataset.confirm) {
      button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
      set.querySelector('[data-confirm]').disabled = !set.querySelector('[aria-pressed=true]');
      return;
    }
    const picked = set.dataset.many ? [...set.querySelectorAll('[aria-pressed=true]')] : [button];
    const label = picked.map(b => b.textContent.trim()).join(', ');
    for (const b of set.querySelectorAll('.choice')) b.disabled = true;
    for (const b of picked) { b.classList.add('picked'); b.setAttribute('aria-pressed', 'true'); }
    // The nonce makes one event of it, however often and wherever it is pressed.
    outbox.add({ key: `choice:${set.dataset.nonce}`, kind: 'choice', target: set.dataset.target, version: Number(set.dataset.version), nonce: set.dataset.nonce, values: picked.map(b => b.dataset.value), label }, label);
    takeFocus();
  });

  const picker = document.getElementById('picker');
  picker.addEventListener('change', () => { for (const file of picker.files) uploads.send(file); picker.value = ''; takeFocus(); });
  draft.addEventListener('paste', event => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length && !event.clipboardData.getData('text/plain')) { event.preventDefault(); files.forEach(f => uploads.send(f)); }
  });
  dropFiles(files => files.forEach(f => uploads.send(f)));

  // What the server has kept shows up in the talk under its key; then the waiting copy goes.
  const settle = () => {
    const kept = new Set([...log.querySelectorAll('.entry[data-key]')].map(e => e.dataset.key));
    outbox.settle(kept);
    uploads.settle(kept);
    scroll.follow();
  };
  new MutationObserver(settle).observe(log, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden', 'data-working'] });
  settle();
  scroll.restore();

  outbox.start();
  if (talk.dataset.started === 'false') open();
  addEventListener('beforeunload', event => { if (uploads.busy) { event.preventDefault(); event.returnValue = words.leaving; } });

  keepAlive({
    beforeReload: async () => { await outbox.flushed(); await uploads.idle(); scroll.keep(); keepFocus(); },
    onReady: () => { log.removeAttribute('aria-busy'); scroll.follow(); },
  });
  restoreFocus();

  async function open() {
    for (let wait = 500; ; wait = Math.min(wait * 2, 8000)) {
      const response = await post('/web/opened', {}).catch(() => null);
      if (response?.ok || response?.status < 500) return;
      await new Promise(done => setTimeout(done, wait));
    }
  }

  function keepFocus() {
    const focused = document.activeElement === draft ? { start: draft.selectionStart, end: draft.selectionEnd } : null;
    if (focused) stored.setItem('mentorbot.focus', JSON.stringify(focused));
  }

  function restoreFocus() {
    const kept = JSON.parse(stored.getItem('mentorbot.focus') ?? 'null');
    stored.removeItem('mentorbot.focus');
    if (kept) { draft.focus({ preventScroll: true }); draft.setSelectionRange(kept.start, kept.end); }
    else if (document.activeElement === document.body) takeFocus();
  }
}

function dropFiles(take) {
  const zone = document.getElementById('dropzone');
  let depth = 0;
  const carriesFiles = event => event.dataTransfer?.types?.includes('Files');
  const show = on => { zone.hidden = !on; };
  addEventListener('dragenter', event => { if (carriesFiles(event)) { event.preventDefault(); depth++; show(true); } });
  addEventListener('dragover', event => { if (carriesFiles(event)) event.preventDefault(); });
  addEventListener('dragleave', () => { if (--depth <= 0) { depth = 0; show(false); } });
  addEventListener('drop', event => {
    depth = 0;
    show(false);
    if (event.dataTransfer?.files.length) { event.preventDefault(); take([...event.dataTransfer.files]); }
  });
}
