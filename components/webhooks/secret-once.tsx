/** A secret that is shown this once, to be copied. */
export function SecretOnce({ secret, label }: { secret: string; label: string }) {
  return (
    <p>
      <label htmlFor="new-secret" className="block text-sm font-semibold">
        {label}
      </label>
      <input
        id="new-secret"
        readOnly
        value={secret}
        autoComplete="off"
        spellCheck={false}
        className="control mt-2 font-mono"
        onFocus={(event) => event.currentTarget.select()}
      />
    </p>
  );
}
