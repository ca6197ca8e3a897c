"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { Button } from "@/components/ui/button";
import { FormMessages } from "@/components/ui/form-messages";
import { Time } from "@/components/ui/time";
import { idle } from "@/lib/actions/form-state";
import { cancelJobAction, retryJobAction } from "@/lib/jobs/actions";
import type { TroubledJobView } from "@/lib/jobs/view";

/** The jobs that failed last, each to be tried at once or given up. */
export function TroubledList({ jobs }: { jobs: TroubledJobView[] }) {
  const t = useTranslations("jobs.troubled");
  const [retried, retry] = useActionState(retryJobAction, idle);
  const [cancelled, cancel] = useActionState(cancelJobAction, idle);
  const messages = [
    { key: "retry", state: retried, message: t("retried") },
    { key: "cancel", state: cancelled, message: t("cancelled") },
  ];
  return (
    <div className="space-y-4">
      {messages.map(({ key, state, message }) => (
        <FormMessages
          key={key}
          scope={key}
          state={state.status === "ok" ? { ...state, message } : state}
        />
      ))}
      {jobs.length === 0 ? <p className="text-muted">{t("empty")}</p> : null}
      <ul>
        {jobs.map((job) => (
          <Troubled key={job.id} job={job} retry={retry} cancel={cancel} />
        ))}
      </ul>
    </div>
  );
}

type Send = (form: FormData) => void;

function Troubled({ job, retry, cancel }: { job: TroubledJobView; retry: Send; cancel: Send }) {
  const t = useTranslations("jobs.troubled");
  const kinds = useTranslations("jobs.kind");
  const name = kinds.has(job.name) ? kinds(job.name) : job.name;
  const when = job.nextRun ?? job.endedAt ?? job.createdAt;
  const ref = (
    <>
      <input type="hidden" name="name" value={job.name} />
      <input type="hidden" name="jobId" value={job.id} />
    </>
  );
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-hairline py-3">
      <div>
        <p className="font-semibold">{name}</p>
        <p className="text-sm [overflow-wrap:anywhere]">{job.error}</p>
        <p className="text-sm text-muted">
          {t("attempts", { count: job.attempts })}
          {" · "}
          {t.rich(`state.${job.state}`, {
            time: () => <Time value={when} precision="minute" />,
          })}
        </p>
      </div>
      <div className="flex flex-wrap gap-3">
        <form action={retry}>
          {ref}
          <Button size="small" aria-label={t("retryLabel", { name, id: job.id })}>
            {t("retry")}
          </Button>
        </form>
        <form action={cancel}>
          {ref}
          <Button variant="quiet" size="small" aria-label={t("cancelLabel", { name, id: job.id })}>
            {t("cancel")}
          </Button>
        </form>
      </div>
    </li>
  );
}
