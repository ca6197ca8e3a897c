/** Why something cannot start, in one sentence, and what to do. Shown to the operator as it is. */
export class Refusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = "Refusal";
  }
}
