import { useTranslations } from "next-intl";
import type { OperationView } from "@/lib/api/reference";

/** One thing the API does: its address, what it takes and what it answers. */
export function Operation({ operation }: { operation: OperationView }) {
  const t = useTranslations("api");
  const { id, method, path, summary, description, parameters, body, answers } = operation;
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="border-t border-hairline py-6 nth-2:border-t-0"
    >
      <h3 id={`${id}-title`} className="text-base">
        {summary}
      </h3>
      <p className="mt-1 font-mono text-sm wrap-anywhere">
        <span className="font-semibold">{method}</span> {path}
      </p>
      {description ? <p className="mt-2 max-w-measure text-sm">{description}</p> : null}
      {parameters.length > 0 ? <Parameters parameters={parameters} /> : null}
      {body ? <Code title={t("body")}>{body}</Code> : null}
      <h4 className="mt-4 text-sm">{t("answers")}</h4>
      <dl className="mt-1 grid grid-cols-[3rem_minmax(0,1fr)] gap-x-3 text-sm">
        {answers.map((answer) => (
          <div key={answer.status} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-muted">{answer.status}</dt>
            <dd>
              {answer.description}
              {answer.shape ? <Pre>{answer.shape}</Pre> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Parameters({ parameters }: { parameters: OperationView["parameters"] }) {
  const t = useTranslations("api");
  return (
    <>
      <h4 className="mt-4 text-sm">{t("parameters")}</h4>
      <dl className="mt-1 space-y-1 text-sm">
        {parameters.map((parameter) => (
          <div key={parameter.name} className="gap-x-3 sm:grid sm:grid-cols-[9rem_minmax(0,1fr)]">
            <dt className="font-mono">
              {parameter.name}
              {parameter.required ? (
                <span className="ms-2 font-sans text-xs text-muted">{t("required")}</span>
              ) : null}
            </dt>
            <dd>
              <span className="font-mono text-xs text-muted wrap-anywhere">{parameter.type}</span>{" "}
              {parameter.description}
              {parameter.default ? (
                <span className="text-muted"> {t("default", { value: parameter.default })}</span>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Code({ title, children }: { title: string; children: string }) {
  return (
    <>
      <h4 className="mt-4 text-sm">{title}</h4>
      <Pre>{children}</Pre>
    </>
  );
}

/** Code that may be wider than the page: scrolled by itself, also with the keyboard. */
export function Pre({ children }: { children: string }) {
  return (
    <pre
      tabIndex={0}
      className="my-2 overflow-x-auto rounded-sm bg-wash p-3 font-mono text-xs leading-relaxed"
    >
      {children}
    </pre>
  );
}
