import type { ReactNode } from "react";
import { PageHeading } from "@/components/ui/heading";

/** A page that could not be shown: what happened, what was kept, the ways on. */
export function PageMessage({
  title,
  lead,
  children,
  ways,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
  ways: ReactNode;
}) {
  return (
    <div className="max-w-measure py-8">
      <PageHeading lead={lead}>{title}</PageHeading>
      {children ? <div className="mt-4 space-y-2">{children}</div> : null}
      <div className="mt-8 flex flex-wrap items-center gap-4">{ways}</div>
    </div>
  );
}
