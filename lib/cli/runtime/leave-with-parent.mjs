// Imported first by what the launcher starts: when the launcher is gone, even killed, so is this.
// Processes that Next forks inherit the import; they have a parent of their own and leave with it.
if (process.ppid === Number(process.env.COUNTERPOINT_LAUNCHER)) {
  process.on("disconnect", () => {
    process.kill(process.pid, "SIGTERM");
    setTimeout(() => process.exit(1), 3000).unref();
  });
  process.channel?.unref();
}
