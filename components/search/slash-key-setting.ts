/** Whether the key "/" is a shortcut in this browser. A person may turn it off (WCAG 2.1.4). */
const key = "slash-key";
const listeners = new Set<() => void>();

export function slashKeyIsOn(): boolean {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

export function turnSlashKey(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    /* Storage is closed to us: the key stays as it is. */
  }
  for (const listener of listeners) listener();
}

/** For useSyncExternalStore. */
export function onSlashKeyChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
