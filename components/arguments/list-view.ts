import type { ReactNode } from "react";
import type { ArgumentThread } from "@/lib/arguments/view";
import type { ArgumentsAddress } from "./address";

/** What every argument of a page needs to know about the page. */
export type ListView = {
  address: ArgumentsAddress;
  signedIn: boolean;
  /** The brief's page, where facts are explained. */
  briefHref: string;
  /** On a phone a bar at the foot of the screen offers to add an argument. */
  phoneBar: boolean;
  /** The form that is open, and below what: a side of the page, or an argument's id. */
  writing: { at: string; form: ReactNode } | null;
  /** The subtree that is open in place. */
  thread: ArgumentThread | null;
};
