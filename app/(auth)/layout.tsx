import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = {
  robots: { index: false },
  referrer: "same-origin",
};

/** One narrow column. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-[30rem] space-y-8 pb-16">{children}</div>;
}
