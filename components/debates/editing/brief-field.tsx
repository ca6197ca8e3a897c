"use client";

import { Select, type Option } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextField } from "@/components/ui/text-field";

/** A field of a brief's form, as the server words it. */
export type BriefFieldSpec = {
  name: string;
  kind: "line" | "prose" | "choice";
  label: string;
  hint?: string;
  /** Characters at most. */
  limit?: number;
  rows?: number;
  optional?: boolean;
  placeholder?: string;
  options?: readonly Option[];
};

export function BriefField({
  scope,
  field,
  value,
  errors,
}: {
  scope: string;
  field: BriefFieldSpec;
  value: string | undefined;
  errors: readonly string[] | undefined;
}) {
  const { kind, limit, rows, options = [], ...words } = field;
  const shared = { ...words, scope, errors, defaultValue: value };
  if (kind === "choice") return <Select {...shared} options={options} />;
  if (kind === "prose") return <TextArea {...shared} limit={limit} rows={rows ?? 3} />;
  return <TextField {...shared} maxLength={limit} />;
}
