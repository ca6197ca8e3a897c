import type { MessagePort, Worker } from "node:worker_threads";
import { noteWaiting, onWaiting } from "@/lib/jobs/bell";
import { onChanged, tellChanged } from "@/lib/live/changes";
import { onHappened, tellHappened, type Happening } from "@/lib/live/happenings";
import type { Tag } from "@/lib/live/tags";

type Note = { changed: readonly Tag[] } | { happened: Happening } | { waiting: true };

/**
 * Joins the two threads of a web process: what a command in one of them tells, the other hears, once.
 *
 * @param other the other thread
 * @returns a function that parts them
 */
export function bridge(other: MessagePort | Worker): () => void {
  let hearing = false;
  const tell = (note: Note) => {
    if (!hearing) other.postMessage({ note });
  };
  const hear = ({ note }: { note?: Note }) => {
    if (!note) return;
    hearing = true;
    try {
      if ("changed" in note) tellChanged(...note.changed);
      else if ("happened" in note) tellHappened(note.happened);
      else noteWaiting();
    } finally {
      hearing = false;
    }
  };
  const stop = [
    onChanged((changed) => tell({ changed })),
    onHappened((happening) => tell({ happened: happening })),
    onWaiting(() => tell({ waiting: true })),
  ];
  other.on("message", hear);
  return () => {
    other.off("message", hear);
    for (const end of stop) end();
  };
}
