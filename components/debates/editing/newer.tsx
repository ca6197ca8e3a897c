import type { BriefFieldSpec } from "./brief-field";

export type NewerWords = { title: string; text: string; gone: string };

/** What somebody else saved in this part meanwhile. */
export function Newer({
  current,
  fields,
  words,
}: {
  current: Record<string, unknown>;
  fields: readonly BriefFieldSpec[];
  words: NewerWords;
}) {
  const part = (current.part ?? {}) as Record<string, string>;
  const said = fields.filter(({ name }) => part[name]);
  return (
    <section aria-labelledby="newer" className="border-s-3 border-edge bg-wash px-5 py-4">
      <h2 id="newer" className="text-base font-semibold">
        {words.title}
      </h2>
      <p className="mt-1 text-sm">{said.length > 0 ? words.text : words.gone}</p>
      <dl className="mt-3 space-y-2 text-sm">
        {said.map(({ name, label, options }) => (
          <div key={name}>
            <dt className="text-xs font-semibold text-muted">{label}</dt>
            <dd dir="auto" className="whitespace-pre-line">
              {options?.find(({ value }) => value === part[name])?.label ?? part[name]}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
