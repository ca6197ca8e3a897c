/** Whether single keys are shortcuts in this browser. A person may turn them off (WCAG 2.1.4). */
const key = "single-keys";

export function singleKeysAreOn(): boolean {
  try {
    return localStorage.getItem(key) !== "off";
  } catch {
    return true;
  }
}

export function turnSingleKeys(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, "off");
  } catch {
    /* Storage is closed to us: the keys stay as they are. */
  }
}
