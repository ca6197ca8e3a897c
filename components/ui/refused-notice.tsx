import { Notice } from "./notice";
import { useRefusalWords, type Refusal } from "./refusal-words";

/** Why something is not for this reader. */
export function RefusedNotice({ refusal, className }: { refusal: Refusal; className?: string }) {
  const words = useRefusalWords();
  return <Notice className={className}>{words(refusal)}</Notice>;
}
