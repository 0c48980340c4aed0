// The browser's own stores, or, in a frame whose browser keeps them from us, one that lasts as long as the page.
const of = name => { try { return window[name]; } catch { return forgetful(); } };

function forgetful() {
  const kept = new Map();
  return { getItem: key => kept.get(key) ?? null, setItem: (key, value) => { kept.set(key, String(value)); }, removeItem: key => { kept.delete(key); } };
}

export const local = of('localStorage');
export const stored = of('sessionStorage');
