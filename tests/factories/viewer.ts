import type { Viewer } from "@/lib/shared/viewer";

type Account = { id: number; handle: string; name: string; role?: Viewer["role"] };

/** An account as the viewer that its session would make. */
export function asViewer(account: Account, changes: Partial<Viewer> = {}): Viewer {
  const { id, handle, name, role = "MEMBER" } = account;
  return { id, handle, name, role, emailVerified: true, ...changes };
}
