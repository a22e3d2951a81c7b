/* A question and its answer, asked again as the archive spells it if nothing has it as it was typed. */
import { search } from "./engine.js";

/** The answer; `instead` holds the words as they were typed, if others were asked for. */
export async function answered(store, asked) {
  const answer = await search(store, asked);
  if (!answer.better || (answer.ids.length && !answer.dropped.length)) return answer;
  const again = await search(store, { ...asked, q: [answer.better, answer.date?.label].filter(Boolean).join(" ") });
  return again.ids.length || again.names.length ? { ...again, instead: answer.text, better: null } : answer;
}
