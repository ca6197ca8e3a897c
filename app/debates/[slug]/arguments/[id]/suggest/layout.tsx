import type { ReactNode } from "react";
import { WithModerationWords } from "@/app/moderation/with-words";

export default function Layout({ children }: { children: ReactNode }) {
  return <WithModerationWords>{children}</WithModerationWords>;
}
