import { Notice } from "./notice";
import { useRefusalWords, type Refusal } from "./refusal-words";

/** Why something is not for this reader. */
export function RefusedNotice({ refusal }: { refusal: Refusal }) {
  const words = useRefusalWords();
  return <Notice>{words(refusal)}</Notice>;
}
