"use client";

import { useActionState } from "react";
import { FormMessages } from "@/components/ui/form-messages";
import { SubmitButton } from "@/components/ui/submit-button";
import { idle } from "@/lib/actions/form-state";
import { moveItemAction, removeItemAction } from "@/lib/debates/actions";

type Item = { debate: string; version: number; part: string; id: number };

function Which({ debate, version, part, id }: Item) {
  return (
    <>
      <input type="hidden" name="debate" value={debate} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="part" value={part} />
      <input type="hidden" name="id" value={id} />
    </>
  );
}

/** Changes places with the item before or after. */
export function MoveItem({
  item,
  by,
  word,
  label,
}: {
  item: Item;
  by: "up" | "down";
  word: string;
  label: string;
}) {
  const [state, send] = useActionState(moveItemAction, idle);
  return (
    <form action={send}>
      {state.status === "error" ? <FormMessages state={state} scope={`move-${item.id}`} /> : null}
      <Which {...item} />
      <input type="hidden" name="by" value={by} />
      <SubmitButton variant="link" size="small" aria-label={label}>
        {word}
      </SubmitButton>
    </form>
  );
}

/** Takes an item out, after a second press. */
export function RemoveItem({
  item,
  word,
  label,
  sure,
}: {
  item: Item;
  word: string;
  label: string;
  sure: string;
}) {
  const [state, send] = useActionState(removeItemAction, idle);
  return (
    <details>
      <summary aria-label={label} className="button button-link list-none" data-size="small">
        {word}
      </summary>
      <form action={send} className="mt-1">
        {state.status === "error" ? <FormMessages state={state} scope={`rm-${item.id}`} /> : null}
        <Which {...item} />
        <SubmitButton variant="quiet" size="small">
          {sure}
        </SubmitButton>
      </form>
    </details>
  );
}
